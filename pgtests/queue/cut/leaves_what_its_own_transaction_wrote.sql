\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context, tests.given_job() as job_id \gset
select q.queue_id from queue.queue as q where q.name = 'default' \gset

set local role queue_engine;
select is(
    (queue.cut(queue.latest_turn(:queue_id))).attempts, '{}'::queue.attempt[],
    'a job is cut when its transaction has committed, not before'
);

select * from finish();
rollback;
