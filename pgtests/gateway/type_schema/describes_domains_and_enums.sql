\ir ../../_setup.psql
select plan(2);

create type tests.mood as enum ('glad', 'sad');
set local role gateway_owner;

select is(
    gateway.type_schema('core.page_size'),
    '{
        "type": "integer", "format": "int32", "minimum": 1, "maximum": 200,
        "description": "How many items a page holds: 1 to 200."
    }'::jsonb,
    'a domain narrows its base type, and says what it is'
);
select is(
    gateway.type_schema('tests.mood'), '{"type": "string", "enum": ["glad", "sad"]}',
    'an enum lists its values'
);

select * from finish();
rollback;
