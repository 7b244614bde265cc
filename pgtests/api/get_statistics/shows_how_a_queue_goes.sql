\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
select tests.given_key(tests.given_tenant('house'), 'operator') as operator \gset
select tests.as_tenant(:'acme') as context, tests.given_dead() as dead, tests.given_waiting(array[tests.given_job()]) as waiting \gset
select core.set_context(null, null, null) as context \gset
set local role howdah_api;

select is((tests.call(:'operator', 'get_statistics', '{"queue": "default"}')).body::jsonb #>> '{items,0,sample_count}', '1', 'one ended');
select is(
    (tests.call(:'operator', 'list_waiting_tenants', '{"queue": "default"}')).body::jsonb #>> '{items,0,tenant_id}', :'acme', 'whose jobs wait'
);
select is(
    (tests.call(:'operator', 'list_tenants_blocked_keys', '{"queue": "default"}')).body::jsonb, '{"items": []}', 'no key is blocked'
);

select * from finish();
rollback;
