\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as owner \gset
select tests.as_key(:'owner') as context \gset
set local role api_owner;

select
    secret, (api_key).digest as digest,
    (api_key).hint as hint from iam.create_api_key('importer', 'member') \gset

select matches(:'secret'::text, '^hwd_[A-Za-z0-9_-]{43}$', 'the secret is shown once');
select is(:'digest'::bytea, tests.digest(:'secret'), 'its SHA-256 stays');
select is(:'hint'::text, left(:'secret', 10), 'and its first characters');

select * from finish();
rollback;
