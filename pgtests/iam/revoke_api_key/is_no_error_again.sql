\ir ../../_setup.psql
select plan(3);

select tests.at('2026-01-01 12:00Z') as at, tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as owner \gset
select tests.as_key(:'owner') as context \gset
set local role api_owner;
select k.api_key_id from iam.list_api_keys(null, 1) as k \gset

select lives_ok(format('select iam.revoke_api_key(%L)', :'api_key_id'), 'a key is revoked');
select tests.at('2026-01-02 12:00Z') as later \gset
select lives_ok(format('select iam.revoke_api_key(%L)', :'api_key_id'), 'again is no error');
select results_eq(
    'select k.revoked_at from iam.list_api_keys(null, 1) as k',
    $$values ('2026-01-01 12:00Z'::timestamptz)$$,
    'and the first time stays'
);

select * from finish();
rollback;
