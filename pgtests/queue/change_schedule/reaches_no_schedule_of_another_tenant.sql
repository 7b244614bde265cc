\ir ../../_setup.psql
select plan(7);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_schedule() as schedule_id, tests.given_tenant('globex') as globex \gset
select tests.as_tenant(:'globex') as context \gset
set local role api_owner;

select throws_ok(format('select queue.%s_schedule(%L)', v, :'schedule_id'), 'QU404', null, format('%s finds none', v))
from unnest('{change,pause,resume,delete}'::text[]) as v;
select is(queue.get_schedule(:'schedule_id'), null, 'get shows none');
select is_empty('select from queue.list_schedules(null, 10)', 'list shows none');
select throws_ok(format('select queue.list_firings(%L, null, 10)', :'schedule_id'), 'QU404', null, 'nor what it fired');

select * from finish();
rollback;
