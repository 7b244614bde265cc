\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select event.create_rule('*', 'count') as rule \gset
reset role;
set local role queue_owner;

select event.announce_job_ends(jsonb_build_array(jsonb_build_object(
    'tenant_id', :'acme', 'job_id', 7, 'queue', 'default', 'kind', 'count', 'state', 'succeeded', 'attempt', 1
))) as announced \gset

reset role;
select is_empty('select from queue.job', 'a rule for everything does not set itself off');

select * from finish();
rollback;
