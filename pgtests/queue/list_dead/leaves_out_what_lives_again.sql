\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_dead() as one, tests.given_dead() as two \gset
set local role api_owner;
select queue.retry(:one) as retried \g /dev/null

select results_eq('select job_id from queue.list_dead(null, 10)', array[:two::bigint], 'what was retried is not dead');
select results_eq(format('select job_id from queue.list_dead(%s, 10)', :two), '{}'::bigint[], 'the list goes on behind a job');

select * from finish();
rollback;
