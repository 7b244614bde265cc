\ir ../../_setup.psql
select plan(2);

select tests.given_key(tests.given_tenant('acme')) as owner \gset
set local role howdah_api;
select (tests.call(:'owner', 'list_permissions')).body::jsonb -> 'items' as items \gset

select ok(:'items'::jsonb @> '[{"name": "job.write"}]', 'rights of tenants');
select is(:'items'::text ~ 'operator\.', false, 'and none of the operator');

select * from finish();
rollback;
