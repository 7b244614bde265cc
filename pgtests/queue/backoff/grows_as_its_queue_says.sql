\ir ../../_setup.psql
select plan(2);

set local role queue_engine;
select is(
    queue.backoff(tests.queue_with('10 seconds', '1 hour', 'linear', 0), 3::smallint), interval '30 seconds',
    'linear: by the base with each attempt'
);
select is(
    queue.backoff(tests.queue_with('10 seconds', '1 hour', 'fixed', 0), 3::smallint), interval '10 seconds',
    'fixed: always the base'
);

select * from finish();
rollback;
