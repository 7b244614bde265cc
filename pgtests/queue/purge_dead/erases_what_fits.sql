\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_dead(error_type => 'a') as one, tests.given_dead(error_type => 'b') as two \gset
set local role api_owner;

select is(queue.purge_dead(error_type => 'a'), row(1, false)::queue.dead_count, 'one fits');
select results_eq('select job_id from queue.list_dead(null, 10)', array[:two::bigint], 'the other stays');

select * from finish();
rollback;
