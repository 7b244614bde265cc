\ir ../../_setup.psql
select plan(3);

select tests.given_key(tests.given_tenant('operator'), 'operator') as operator \gset
set local role howdah_api;

select (tests.call(:'operator', 'create_tenant', '{"slug": "acme", "name": "Acme Ltd"}')).body::jsonb as created \gset
select is(:'created'::jsonb #>> '{tenant,slug}', 'acme', 'a tenant is made');
select is(
    (tests.call(:'created'::jsonb ->> 'api_key', 'whoami')).body::jsonb ->> 'tenant_id',
    :'created'::jsonb #>> '{tenant,tenant_id}',
    'its key opens it'
);
select throws_ok(
    format($$select tests.call(%L, 'create_tenant', '{"slug": "acme", "name": "Again"}')$$, :'operator'),
    'TE409', null, 'a slug is given once'
);

select * from finish();
rollback;
