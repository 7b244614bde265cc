\ir ../../_setup.psql
select plan(1);

insert into queue.settlement (page_id) values (core.id_at(core.now()));

select throws_ok(
    $$insert into queue.settlement (page_id, is_expired) values (core.id_at(core.now()), true)$$, '23505', null,
    'a page ends once, one way or the other'
);

select * from finish();
rollback;
