\ir ../../_setup.psql
select plan(5);

select tests.given_greet_route() as given \gset
set local role api_owner;
select gateway.expose(
    'POST', '/greetings', 'tests.greet', 'Greet', arguments => '{"name": "Whom to greet."}'
) as exposed \gset

select is(
    tests.argument('greet', 'name'),
    '{"name": "name", "in": "body", "required": true, "schema": {"type": "string"}, "description": "Whom to greet."}',
    'what must be given'
);
select is(
    tests.argument('greet', 'mood') - 'schema',
    '{"name": "mood", "in": "body", "required": false, "default": "glad"}',
    'what is a text by default'
);
select is(tests.argument('greet', 'times') -> 'default', '1', 'what is a number by default');
select is(
    tests.argument('add_member', 'name') #> '{schema,type}', '["string", "null"]',
    'what is null by default may be null in a body'
);
select is(
    tests.argument('create_role', 'description') -> 'default', '""', 'what is empty by default'
);

select * from finish();
rollback;
