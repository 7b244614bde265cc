\ir ../../_setup.psql
select plan(2);

select queue.define('mail') as defined, tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job('mail', run_at => core.now() + interval '1 hour') as job_id \gset
select tests.given_waiting(array[:job_id::bigint]) as page_id \gset
set local role howdah_worker;
select count(*) as claimed from queue.claim('{default}', 'test') \gset

select is(
    queue.rest('{default}'), interval '1 second',
    'the pages of queues that it does not serve keep no worker awake'
);
select is(queue.rest('{mail}'), interval '0', 'but one that serves them');

select * from finish();
rollback;
