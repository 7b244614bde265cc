\ir ../../_setup.psql
select plan(2);

select throws_ok(
    $$insert into queue.lane (queue, priority) values ('default', 1)$$, '23505', null,
    'a queue has one lane for each priority'
);
select throws_ok(
    $$insert into queue.lane (queue, priority) values ('default', 5)$$, '23514', null,
    'there is no fifth priority'
);

select * from finish();
rollback;
