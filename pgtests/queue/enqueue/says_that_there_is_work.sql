\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role queue_owner;
select pulse.defer_rings() as deferred \gset

select queue.enqueue('a') as job_id \gset

select is(pulse.rings(), '{queue}'::text[], 'whoever commits has workers to wake');

select * from finish();
rollback;
