\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme, tests.at('2026-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job() \gset
set local role howdah_worker;

select is(
    queue.settle(:page_id, :'lease_id', tests.result(:job_id, 'failed')), '{queue}'::text[],
    'there will be work'
);

reset role;
select results_eq(
    format($$select attempt, state, error ->> 'type' from queue.outcome where job_id = %s$$, :job_id),
    $$values (1::smallint, 'failed', 'Test')$$,
    'why the attempt failed is kept'
);
select results_eq(
    format(
        $$
        select attempt, due_at between '2026-01-01 12:00:01.6Z' and '2026-01-01 12:00:02.4Z'
        from queue.timer
        where job_id = %s
        $$,
        :job_id
    ),
    $$values (2::smallint, true)$$,
    'the second attempt comes after some two seconds'
);

select * from finish();
rollback;
