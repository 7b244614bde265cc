\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as kept, tests.given_job() as dropped \gset
select tests.given_waiting(array[:kept, :dropped]::bigint[]) as page_id \gset
set local role api_owner;
select queue.cancel(:dropped) as cancelled \gset

reset role;
set local role howdah_worker;
select results_eq(
    $$select job_id from queue.claim('{default}', 'test')$$, array[:kept::bigint],
    'a job that was cancelled while it waited is not handed out'
);
reset role;
select is(tests.state_of(:dropped), 'cancelled', 'it has ended');

select * from finish();
rollback;
