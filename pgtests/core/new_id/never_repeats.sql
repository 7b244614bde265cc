\ir ../../_setup.psql
select plan(1);

select is(
    (select count(distinct core.new_id()) from generate_series(1, 10000)), 10000::bigint,
    'ids of the same millisecond differ'
);

select * from finish();
rollback;
