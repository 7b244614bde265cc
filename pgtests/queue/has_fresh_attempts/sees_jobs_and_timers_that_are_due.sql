\ir ../../_setup.psql
select plan(5);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.at('2100-01-01 12:00Z') as at \gset
set local role queue_engine;

select ok(not queue.has_fresh_attempts(tests.tick('unborn')), 'nothing is there');
reset role;
select tests.given_job(run_at => '2100-01-01 12:01Z') as job_id \gset
set local role queue_engine;
select ok(not queue.has_fresh_attempts(tests.tick('unborn')), 'a job for later is not there yet');
select tests.tick('unborn') as before, tests.at('2100-01-01 12:01Z') as at \gset
select ok(queue.has_fresh_attempts(:'before'), 'when its time comes it is');
reset role;
select tests.given_job() as job_id \gset
set local role queue_engine;
select ok(queue.has_fresh_attempts(tests.tick('unborn')), 'a job to run at once is there');
select ok(queue.has_fresh_attempts(tests.tick('running')), 'even if it was on its way before');

select * from finish();
rollback;
