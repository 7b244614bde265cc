\ir ../../_setup.psql
select plan(2);

select tests.at('2026-01-01 12:00Z') as at, tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as owner \gset
select tests.as_key(:'owner') as context \gset
set local role api_owner;
select secret from iam.create_api_key('guest', 'reader', '2026-01-02 00:00Z') \gset

set local role gateway_owner;
select tests.at('2026-01-01 23:59:59Z') as at \gset
select is((iam.authenticate(tests.digest(:'secret'))).tenant_id, :'acme', 'until then it opens its tenant');
select tests.at('2026-01-02 00:00Z') as at \gset
select is((iam.authenticate(tests.digest(:'secret'))).tenant_id, null, 'from then on nothing');

select * from finish();
rollback;
