\ir ../../_setup.psql
select plan(1);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select schedule_id from queue.create_schedule('nightly', '@daily', 'a', is_paused => true) \gset
reset role;

select is((tests.schedule(:'schedule_id')).due_at, null, 'no worker looks at it');

select * from finish();
rollback;
