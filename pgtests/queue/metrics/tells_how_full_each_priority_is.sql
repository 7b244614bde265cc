\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at(core.now()) as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_waiting(array[tests.given_job(priority => 1)]) as page_id \gset
select tests.at(core.now() + interval '90 seconds') as at \gset
set local role ops_owner;

select results_eq(
    $$
    select name, value
    from queue.metrics()
    where labels = '{"queue": "default", "priority": "1"}'
    order by name
    $$,
    $$
    values
    ('howdah_queue_oldest_wait_seconds', 90::double precision),
    ('howdah_queue_waiting_jobs', 1)
    $$,
    'one job waits, for a minute and a half'
);

select * from finish();
rollback;
