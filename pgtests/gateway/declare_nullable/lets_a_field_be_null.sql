\ir ../../_setup.psql
select plan(2);

select tests.given_number_routes() as given \gset

select is(
    gateway.catalogue()::jsonb #> '{schemas,tests_number,properties,word}', '{"type": "string"}',
    'a field is there'
);
set local role api_owner;
select gateway.declare_nullable('tests.number', 'word') as declared \gset
reset role;
select is(
    gateway.catalogue()::jsonb #> '{schemas,tests_number,properties,word}',
    '{"type": ["string", "null"]}', 'until it is said to be null at times'
);

select * from finish();
rollback;
