-- Deploy howdah:gateway/type_schema to pg
-- requires: gateway/route

begin;

set local role gateway_owner;

create function gateway.component_name(type_id regtype)
returns text
language sql
stable
set search_path = ''
as $$
    select case when n.nspname = 'api' then t.typname else n.nspname || '_' || t.typname end
    from pg_catalog.pg_type as t
        inner join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
    where t.oid = type_id
$$;

comment on function gateway.component_name is
    'The name of a composite type among the schemas of the description: the type''s own in api, else with its schema.';

create function gateway.scalar_schema(type_id regtype)
returns jsonb
language sql
immutable
set search_path = ''
as $$
    select case type_id::text
        when 'smallint' then '{"type": "integer", "minimum": -32768, "maximum": 32767}'
        when 'integer' then '{"type": "integer", "format": "int32", "minimum": -2147483648, "maximum": 2147483647}'
        when 'bigint' then '{"type": "integer", "format": "int64", "minimum": -9223372036854775808, "maximum": 9223372036854775807}'
        when 'numeric' then '{"type": "number"}'
        when 'real' then '{"type": "number"}'
        when 'double precision' then '{"type": "number"}'
        when 'boolean' then '{"type": "boolean"}'
        when 'uuid' then '{"type": "string", "format": "uuid"}'
        when 'timestamp with time zone' then '{"type": "string", "format": "date-time"}'
        when 'date' then '{"type": "string", "format": "date"}'
        when 'interval' then '{"type": "string"}'
        when 'jsonb' then '{}'
        when 'json' then '{}'
        else '{"type": "string"}'
    end::jsonb
$$;

comment on function gateway.scalar_schema is 'The JSON Schema of a base type; what has no closer match is a string.';

-- Reads the forms of checks that a domain commonly has; another form says less than it could, never
-- something false: alternatives, and patterns that only PostgreSQL understands, are passed over.
create function gateway.domain_limits(type_id regtype)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select coalesce(jsonb_object_agg(limits.key, limits.value), '{}')
    from pg_catalog.pg_constraint as c
        inner join pg_catalog.pg_type as t on t.oid = c.contypid
        inner join pg_catalog.pg_type as b on b.oid = t.typbasetype
        cross join lateral (select pg_catalog.pg_get_constraintdef(c.oid) as def) as d
        cross join lateral (
            values
            ('pattern', to_jsonb(replace(substring(d.def from 'VALUE ~ ''((?:[^'']|'''')*)'''), '''''', ''''))),
            ('minimum', to_jsonb(substring(d.def from '\(VALUE >= [('']?(-?[0-9]+)[)'']')::bigint)),
            ('maximum', to_jsonb(substring(d.def from '\(VALUE <= [('']?(-?[0-9]+)[)'']')::bigint)),
            ('minLength', to_jsonb(substring(d.def from '\((?:char_)?length\(VALUE\) >= ([0-9]+)\)')::integer)),
            ('maxLength', to_jsonb(substring(d.def from '\((?:char_)?length\(VALUE\) <= ([0-9]+)\)')::integer)),
            (
                'enum',
                (
                    select jsonb_agg(replace(m[1], '''''', ''''))
                    from regexp_matches(substring(d.def from 'VALUE = ANY \(ARRAY\[(.*)\]'), '''((?:[^'']|'''')*)''', 'g') as m
                )
            )
        ) as limits (key, value)
    where c.contypid = type_id
        and limits.value is not null
        and d.def !~ ' OR |NOT '
        and (limits.key <> 'enum' or b.typcategory = 'S')
        and (limits.key <> 'pattern' or limits.value #>> '{}' !~ '\[\[[:.=]|\\[mMyYAZaBcev0-9<>]|\(\?|^\*\*\*')
$$;

comment on function gateway.domain_limits is 'What the checks of a domain say, in the words of JSON Schema: pattern, minimum, maximum, minLength, maxLength, enum.';

create function gateway.type_schema(type_id regtype)
returns jsonb
language sql
stable
set search_path = ''
as $$
    select case
        when t.typtype = 'd' then
            gateway.type_schema(t.typbasetype)
            || gateway.domain_limits(t.oid)
            || coalesce(jsonb_build_object('description', pg_catalog.obj_description(t.oid, 'pg_type')), '{}')
        when t.typtype = 'e' then jsonb_build_object(
            'type', 'string',
            'enum', (select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_catalog.pg_enum as e where e.enumtypid = t.oid)
        )
        when t.typtype = 'c' then
            jsonb_build_object('$ref', '#/components/schemas/' || gateway.component_name(t.oid))
        when t.typelem <> 0 and t.typcategory = 'A' then
            jsonb_build_object('type', 'array', 'items', gateway.type_schema(t.typelem))
        else gateway.scalar_schema(t.oid)
    end
    from pg_catalog.pg_type as t
    where t.oid = type_id
$$;

comment on function gateway.type_schema is
    'The JSON Schema (2020-12) of a type: domains with their checks, enums, arrays; composites as a reference.';

create function gateway.or_null(schema jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
    select case
        when schema ? 'enum' then schema || jsonb_build_object(
            'type', jsonb_build_array(schema -> 'type', 'null'), 'enum', (schema -> 'enum') || 'null'::jsonb
        )
        when schema ? 'type' then schema || jsonb_build_object('type', jsonb_build_array(schema -> 'type', 'null'))
        when schema ? '$ref' then jsonb_build_object('anyOf', jsonb_build_array(schema, '{"type": "null"}'::jsonb))
        else schema
    end
$$;

comment on function gateway.or_null is 'The same schema with null allowed too.';

create function gateway.composite_schema(type_id regtype, is_taken boolean)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'type', 'object',
        'description', pg_catalog.obj_description(c.oid, 'pg_class'),
        'additionalProperties', false,
        'required', jsonb_agg(a.attname order by a.attnum) filter (where n.field is null or not is_taken),
        'properties', jsonb_object_agg(
            a.attname,
            case when n.field is null then f.schema else gateway.or_null(f.schema) end
            || coalesce(jsonb_build_object('description', pg_catalog.col_description(c.oid, a.attnum)), '{}')
        )
    ))
    from pg_catalog.pg_type as t
        inner join pg_catalog.pg_class as c on c.oid = t.typrelid
        inner join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        cross join lateral (select gateway.type_schema(a.atttypid) as schema) as f
        left join gateway.nullable_field as n on n.type_name = t.oid::regtype::text and n.field = a.attname
    where t.oid = type_id
    group by c.oid
$$;

comment on function gateway.composite_schema is
    'The JSON Schema of a composite type, written out: every field is there, null only where declared so. In one that requests bring (is_taken) such a field may also be left out.';

commit;
