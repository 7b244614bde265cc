\ir ../../_setup.psql
select plan(5);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_dead(error_type => 'http_500') as one, tests.given_dead(error_type => 'http_500') as two, tests.given_dead() as other \gset
set local role api_owner;

select is(queue.redrive_dead(error_type => 'http_*', at_most => 1), row(1, true)::queue.dead_count, 'one at a time');
select is(queue.redrive_dead(error_type => 'http_*', at_most => 2), row(1, false)::queue.dead_count, 'then the last');
select is(queue.redrive_dead(error_type => 'http_*'), row(0, false)::queue.dead_count, 'then none');
select throws_ok('select queue.redrive_dead(at_most => 0)', 'QU422', null, 'less than one is refused');

reset role;
select results_eq('select job_id from queue.list_dead(null, 10)', array[:other::bigint], 'others stay dead');

select * from finish();
rollback;
