\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job() as nothing \gset
select queue.enqueue('x', ordering_key => 'a') as first, queue.enqueue('x', ordering_key => 'a') as second,
    queue.enqueue('x', ordering_key => 'b') as other \gset
select tests.given_waiting(array[:first, :second, :other]::bigint[]) as waiting \gset
set local role howdah_monitor;

select results_eq(
    $$
    select value from ops.metrics()
    where name = 'howdah_queue_parked_jobs' and labels = '{"queue": "default", "gate": "order"}'
    $$,
    array[1::double precision], 'one job waits for its order'
);
select is(
    (
        select count(*) from ops.metrics()
        where name = 'howdah_queue_ended_jobs_per_second' and labels ->> 'queue' = 'default'
    ),
    4::bigint, 'rates are told by outcome'
);

select * from finish();
rollback;
