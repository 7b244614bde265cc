\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('acme') as acme \gset
select tests.given_key(:'acme') as owner, tests.given_key(tests.given_tenant('globex')) as other \gset
set local role howdah_api;
select (tests.call(:'owner', 'create_api_key', '{"name": "importer", "role": "reader"}')).body::jsonb as made \gset
select jsonb_build_object('api_key_id', :'made'::jsonb #>> '{api_key,api_key_id}') as key \gset

select throws_ok(
    format('select tests.call(%L, ''revoke_api_key'', %L)', :'other', :'key'), 'IA404', null,
    'not by another tenant'
);
select is(tests.code(tests.call(:'owner', 'revoke_api_key', :'key')), '204', 'by its own');
select is(
    tests.code(tests.call(:'made'::jsonb ->> 'secret', 'whoami')), '401 IA401',
    'and it opens nothing'
);

select * from finish();
rollback;
