\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset

set local role api_owner;
select gateway.expose('POST', '/greetings', 'tests.greet', 'Greet', tags => '{tests}') as exposed \gset

set local role howdah_api;
select is(
    (tests.call(:'secret', 'greet', '{"name": "Ada"}')).body, '"Ada, glad, 1"',
    'the function answers'
);
select is(
    tests.described('greet') - '{route_id,arguments,result,errors,description}'::text[],
    '{
        "method": "POST", "path": "/greetings", "kind": "call", "operation_id": "greet", "summary": "Greet",
        "tags": ["tests"], "permission": null, "public": false, "idempotency": "none", "success_status": 201,
        "page": false, "examples": null
    }'::jsonb,
    'and the catalogue says so'
);

select * from finish();
rollback;
