\ir ../../_setup.psql
select plan(2);

create temporary sequence numbers;
commit;
begin;
set local search_path = tap, pg_catalog;
select pg_current_xact_id_if_assigned() is null as is_unborn, pulse.next_id('pg_temp.numbers') as number \gset

select ok(:'is_unborn', 'a transaction that has written nothing has no number');
select ok(
    pg_current_xact_id_if_assigned() is not null,
    'one that has a number of the log has a number of its own'
);

select * from finish();
rollback;
