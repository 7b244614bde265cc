\ir ../../_setup.psql
select plan(1);

set local role queue_engine;

select ok(queue.has_fresh_attempts(null), 'a log that was never cut may hold anything');

select * from finish();
rollback;
