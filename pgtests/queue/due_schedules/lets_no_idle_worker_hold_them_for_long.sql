\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
set local role howdah_worker;
select is_empty('select from queue.due_schedules()', 'a worker asks');

select is(current_setting('idle_in_transaction_session_timeout'), '10s', 'and loses its transaction when it does nothing more');

select * from finish();
rollback;
