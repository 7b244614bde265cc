\ir ../../_setup.psql
select plan(2);

select
    tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex,
    tests.given_greet_route() as given \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;
select tests.call(:'secret', 'greet', '{"name": "Ada"}', 'key') as first \gset

set local role gateway_owner;
select tests.as_tenant(:'acme') as context \gset
select isnt_empty('select a.body from gateway.answer as a', 'its tenant finds it');
select tests.as_tenant(:'globex') as context \gset
select is_empty('select a.body from gateway.answer as a', 'another does not');

select * from finish();
rollback;
