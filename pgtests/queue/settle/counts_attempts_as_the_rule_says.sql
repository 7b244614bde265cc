\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select queue.set_retry_rule('default', 'http_4*', 'dead'),
    queue.set_retry_rule('default', 'http_429', 'snooze', 'fixed', '10 minutes', '1 hour'),
    queue.set_retry_rule('default', 'flaky', 'retry', 'fixed', '1 day', '1 day', 2) \g /dev/null
reset role;
select tests.given_job() as plain, tests.given_job(max_attempts => 9) as own, tests.given_job() as other \gset
select tests.given_page(array[:plain, :own, :other]::bigint[], 2) as page_id \gset
select tests.given_lease(:page_id) as lease_id \gset
set local role howdah_worker;

select queue.settle(:page_id, :'lease_id', jsonb_build_array(
    jsonb_build_object('job_id', :plain, 'outcome', 'failed', 'error', '{"type": "flaky"}'::jsonb),
    jsonb_build_object('job_id', :own, 'outcome', 'failed', 'error', '{"type": "flaky"}'::jsonb),
    jsonb_build_object('job_id', :other, 'outcome', 'failed', 'error', '{"type": "other"}'::jsonb)
)) as rings \gset

reset role;
select is(tests.state_of(:plain), 'dead', 'after as many as the rule allows the job is dead');
select is(tests.state_of(:own), 'retrying', 'what the job says itself counts more');
select is(tests.state_of(:other), 'retrying', 'other errors count as in the queue');

select * from finish();
rollback;
