\ir ../../_setup.psql
select plan(1);

set local role queue_engine;

select is_empty(
    $$
    select
    from (
        select
            e.seconds, extract(epoch from queue.backoff(tests.queue_with(retry_base => '2 seconds', retry_cap => '1 hour'), e.attempt::smallint)) as wait
        from (values (1, 2), (2, 4), (3, 8), (10, 1024), (12, 3600), (1000, 3600)) as e (attempt, seconds)
            cross join generate_series(1, 100)
    ) as b
    where b.wait < 0.8 * b.seconds or b.wait > 1.2 * b.seconds
    $$,
    'each wait is twice the one before, an hour at most, a fifth more or less'
);

select * from finish();
rollback;
