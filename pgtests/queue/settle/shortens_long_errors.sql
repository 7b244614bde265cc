\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select job_id, page_id, lease_id from tests.given_running_job(is_announced => true) \gset
set local role howdah_worker;
select queue.settle(
    :page_id, :'lease_id',
    jsonb_build_array(jsonb_build_object(
        'job_id', :job_id, 'outcome', 'dead',
        'error', jsonb_build_object('type', 'Flood', 'message', repeat('x', 400000), 'detail', 'y')
    ))
) as topics \gset

reset role;
select results_eq(
    format($$select error ->> 'type', length(error ->> 'message') from queue.outcome where job_id = %s$$, :job_id),
    $$values ('Flood', 2048)$$,
    'a handler that floods its error can still be settled'
);

select * from finish();
rollback;
