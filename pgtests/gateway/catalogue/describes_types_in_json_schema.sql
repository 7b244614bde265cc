\ir ../../_setup.psql
select plan(1);

set local role gateway_owner;

select results_eq(
    $$
    select t::text collate "default", gateway.type_schema(t)
    from unnest('{integer,bigint,boolean,uuid,timestamptz,date,text,numeric,jsonb,"text[]"}'::regtype[]) with ordinality as u (t, n)
    order by n
    $$,
    $$
    values
    ('integer'::text, '{"type": "integer", "format": "int32", "minimum": -2147483648, "maximum": 2147483647}'::jsonb),
    ('bigint', '{"type": "integer", "format": "int64", "minimum": -9223372036854775808, "maximum": 9223372036854775807}'),
    ('boolean', '{"type": "boolean"}'),
    ('uuid', '{"type": "string", "format": "uuid"}'),
    ('timestamp with time zone', '{"type": "string", "format": "date-time"}'),
    ('date', '{"type": "string", "format": "date"}'),
    ('text', '{"type": "string"}'),
    ('numeric', '{"type": "number"}'),
    ('jsonb', '{}'),
    ('text[]', '{"type": "array", "items": {"type": "string"}}')
    $$,
    'each type has its form in JSON'
);

select * from finish();
rollback;
