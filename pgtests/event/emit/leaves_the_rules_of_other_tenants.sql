\ir ../../_setup.psql
select plan(1);

select tests.given_tenant('acme') as acme, tests.given_tenant('other') as other \gset
select tests.as_tenant(:'other') as context \gset
set local role api_owner;
select event.create_rule('*', 'spy') as rule \gset

reset role;
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;
select is((select e.job_ids from event.emit('order.paid') as e), '{}'::bigint[], 'a rule hears its own tenant alone');

select * from finish();
rollback;
