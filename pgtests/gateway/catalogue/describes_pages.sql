\ir ../../_setup.psql
select plan(4);

select tests.given_number_routes() as given \gset

select is(tests.argument('list_numbers', 'after'), null, 'clients see no after');
select is(
    tests.argument('list_numbers', 'cursor') -> 'schema', '{"type": "string"}',
    'but an opaque cursor'
);
select is(
    (tests.argument('list_numbers', 'limit') -> 'schema') - 'description',
    '{"type": "integer", "format": "int32", "minimum": 1, "maximum": 200}', 'and a limit with its bounds'
);
select is(
    tests.described('list_numbers') #- '{result,properties,next_cursor,description}' -> 'result',
    '{
        "type": "object", "additionalProperties": false, "required": ["items", "next_cursor"],
        "properties": {
            "items": {"type": "array", "items": {"$ref": "#/components/schemas/tests_number"}},
            "next_cursor": {"type": ["string", "null"]}
        }
    }'::jsonb,
    'a page holds items and the cursor of the next one'
);

select * from finish();
rollback;
