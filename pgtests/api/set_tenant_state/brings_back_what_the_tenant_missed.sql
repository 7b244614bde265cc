\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.given_tenant('operators') as operators, tests.at_noon() as at \gset
select tests.given_key(:'operators', 'operator') as operator \gset
select tests.as_tenant(:'acme') as context, tests.given_schedule(next_fire_at => '2030-01-01 12:00Z') as schedule_id \gset
set local role howdah_api;
select tests.call(:'operator', 'set_tenant_state', format('{"tenant_id": "%s", "state": "suspended"}', :'acme')::jsonb) as suspended \gset
reset role;
set local role howdah_worker;
select is_empty('select from queue.due_schedules()', 'a suspended tenant fires nothing');
reset role;
set local role howdah_api;
select tests.call(:'operator', 'set_tenant_state', format('{"tenant_id": "%s", "state": "active"}', :'acme')::jsonb) as active \gset
reset role;
set local role howdah_worker;

select isnt_empty('select from queue.due_schedules()', 'when it is back, what it missed is due at once');

select * from finish();
rollback;
