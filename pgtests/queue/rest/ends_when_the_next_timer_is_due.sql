\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at('2100-01-01 12:00Z') as at \gset
select tests.as_tenant(:'acme') as context \gset
set local role howdah_worker;
select count(*) as claimed from queue.claim('{default}', 'test') \gset
reset role;
select tests.given_job(run_at => '2100-01-01 12:00:00.3Z') as job_id \gset
set local role howdah_worker;

select is(queue.rest('{default}'), interval '0.3 seconds', 'a worker rests until the next job is due');
select tests.at('2100-01-01 12:00:01Z') as at \gset
select is(queue.rest('{default}'), interval '0', 'and not at all when it is');

select * from finish();
rollback;
