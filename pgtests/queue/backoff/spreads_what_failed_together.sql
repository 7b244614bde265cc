\ir ../../_setup.psql
select plan(1);

set local role queue_engine;

select cmp_ok(
    (
        select max(b.wait) - min(b.wait)
        from (
            select extract(epoch from queue.backoff(tests.queue_with(retry_base => '10 seconds', retry_cap => '1 hour'), 1::smallint)) as wait
            from generate_series(1, 1000)
        ) as b
    ),
    '>', 3.5::numeric,
    'a thousand jobs that failed at once come back over four seconds'
);

select * from finish();
rollback;
