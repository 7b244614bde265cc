\ir ../../_setup.psql
select plan(3);

select tests.at('2026-01-01 12:00Z') as at, tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as owner \gset
select tests.as_key(:'owner') as context \gset
set local role api_owner;

select throws_ok($$select iam.create_api_key('x', 'pilot')$$, 'IA422', null, 'there is no such role');
select throws_ok(
    $$select iam.create_api_key('x', 'reader', '2026-01-01 12:00Z')$$, 'IA422', null,
    'it would be expired already'
);
select throws_ok(
    $$select iam.create_api_key('', 'reader')$$, '23514', null, 'a key says what it is used for'
);

select * from finish();
rollback;
