-- Deploy howdah:gateway/catalogue to pg
-- requires: gateway/expose
-- requires: gateway/problem

begin;

set local role gateway_owner;

create function gateway.argument_place(path text, method text, name text)
returns text
language sql
immutable
set search_path = ''
as $$
    select case
        when position('{' || name || '}' in path) > 0 then 'path'
        when method in ('GET', 'DELETE') then 'query'
        else 'body'
    end
$$;

comment on function gateway.argument_place is 'Where a request carries an argument: path, query or body.';

-- Only a constant is evaluated: it has no effect and is the same for every caller.
create function gateway.default_value(default_expression text)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
    v_value jsonb;
begin
    if default_expression ~ '^([0-9.]+|true|false|''([^'']|'''')*''::[a-z_]+[a-z_ ]*(\.[a-z_]+)?(\[\])?)$' then
        execute format('select to_jsonb(%s)', default_expression) into v_value;
    end if;

    return v_value;
end
$$;

comment on function gateway.default_value is 'The default of an argument as JSON, when it is a constant; else null.';

-- A page takes cursor and limit for the after and limit of its function.
create function gateway.argument_list(route gateway.route)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'name', case when p.is_cursor then 'cursor' else a.name end,
        'in', p.place,
        'required', a.default_expression is null,
        'schema', case
            when p.is_cursor then '{"type": "string"}'
            when p.is_limit then gateway.type_schema('core.page_size')
            when gateway.is_null_default(a.default_expression) and p.place = 'body' then gateway.or_null(gateway.type_schema(a.type_id))
            else gateway.type_schema(a.type_id)
        end,
        'default', gateway.default_value(a.default_expression),
        'description', case
            when p.is_cursor then 'next_cursor of the page before; left out for the first page.'
            when p.is_limit then coalesce(route.argument_comments ->> a.name, 'How many at most.')
            else route.argument_comments ->> a.name
        end
    )) order by a.place), '[]')
    from gateway.arguments_of(route.function_name::regproc) as a
        cross join lateral (
            select
                gateway.argument_place(route.path, route.method, a.name) as place,
                route.page_key is not null and a.name = 'after' as is_cursor,
                route.page_key is not null and a.name = 'limit' as is_limit
        ) as p
    where route.kind = 'call' or a.name not in ('tenant_ids', 'position', 'batch')
$$;

comment on function gateway.argument_list is 'What a route takes: name, in (path, query or body), required, schema, default, description.';

create function gateway.list_schema(item jsonb, is_page boolean)
returns jsonb
language sql
immutable
set search_path = ''
as $$
    select jsonb_build_object(
        'type', 'object',
        'additionalProperties', false,
        'required', case when is_page then '["items", "next_cursor"]' else '["items"]' end::jsonb,
        'properties', jsonb_build_object('items', jsonb_build_object('type', 'array', 'items', item))
        || case when is_page then
            '{"next_cursor": {"type": ["string", "null"], "description": "Give it as cursor for the next page; null on the last."}}'
            else '{}' end::jsonb
    )
$$;

comment on function gateway.list_schema is 'The JSON Schema of a list: its items, and the cursor of the next page.';

create function gateway.result_schema(route gateway.route)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
    select case
        when route.kind = 'stream' or p.prorettype = 'void'::regtype then null
        when route.page_key is not null or p.proretset then
            gateway.list_schema(gateway.type_schema(p.prorettype), route.page_key is not null)
        else gateway.type_schema(p.prorettype)
    end
    from pg_catalog.pg_proc as p
    where p.oid = route.function_name::regproc
$$;

comment on function gateway.result_schema is 'The JSON Schema of an answer that is no refusal; null when there is no body.';

-- The gateway itself refuses for the reasons that the route gives it; a function's comment ends
-- with the codes that it raises.
create function gateway.codes_of(route gateway.route)
returns setof text
language sql
stable
set search_path = ''
as $$
    select c.code
    from (
        values
        ('IA401', not route.is_public),
        ('TE403', not route.is_public),
        ('IA403', route.permission is not null),
        ('WG404', route.method = 'GET' and route.path ~ '\{'),
        ('WG409', route.idempotency <> 'none'),
        ('WG422', route.idempotency <> 'none' or route.page_key is not null)
    ) as c (code, is_possible)
    where c.is_possible
    union
    select m[1]
    from regexp_matches(
        coalesce(pg_catalog.obj_description(route.function_name::regproc, 'pg_proc'), ''),
        '\m([A-Z]{2}[45][0-9]{2})\M', 'g'
    ) as m
$$;

comment on function gateway.codes_of is 'The own codes that a route can answer with.';

create function gateway.error_list(route gateway.route)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
    select coalesce(
        jsonb_agg(
            jsonb_build_object(
                'code', c.code, 'status', right(c.code, 3)::integer, 'description', coalesce(p.description, c.code)
            )
            order by c.code
        ),
        '[]'
    )
    from gateway.codes_of(route) as c (code)
        left join gateway.problem as p on p.code = c.code
$$;

comment on function gateway.error_list is 'The own codes that a route can answer with, and what they mean.';

create function gateway.component_schemas()
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
    with recursive used (type_id, is_taken) as (
        select t.type_id, t.is_taken
        from gateway.route as r
            inner join pg_catalog.pg_proc as p on p.oid = r.function_name::regproc
            cross join lateral (
                select p.prorettype as type_id, false as is_taken
                union all select a.type_id, true from gateway.arguments_of(p.oid) as a
            ) as t
        where r.kind = 'call'
        union
        select n.type_id, u.is_taken
        from used as u
            inner join pg_catalog.pg_type as t on t.oid = u.type_id
            cross join lateral (
                select t.typelem as type_id where t.typelem <> 0
                union all
                select a.atttypid
                from pg_catalog.pg_attribute as a
                where a.attrelid = t.typrelid and t.typtype = 'c' and a.attnum > 0 and not a.attisdropped
            ) as n
    )
    select coalesce(
        jsonb_object_agg(gateway.component_name(c.type_id), gateway.composite_schema(c.type_id, c.is_taken)), '{}'
    )
    from (
        select u.type_id, bool_or(u.is_taken) as is_taken
        from used as u
            inner join pg_catalog.pg_type as t on t.oid = u.type_id and t.typtype = 'c'
        group by u.type_id
    ) as c
$$;

comment on function gateway.component_schemas is 'Every composite type that a route takes or gives, by its name.';

create function gateway.catalogue()
returns text
language sql
stable
security definer
set search_path = ''
as $$
    select jsonb_build_object('version', md5(c.routes::text || c.schemas), 'routes', c.routes, 'schemas', c.schemas)::text
    from (
        select
            coalesce(jsonb_agg(
                jsonb_build_object(
                    'route_id', r.route_id, 'method', r.method, 'path', r.path, 'kind', r.kind,
                    'operation_id', r.operation_id, 'summary', r.summary,
                    'description', pg_catalog.obj_description(r.function_name::regproc, 'pg_proc'),
                    'tags', r.tags, 'permission', r.permission, 'public', r.is_public,
                    'idempotency', r.idempotency, 'success_status', r.success_status,
                    'page', r.page_key is not null, 'arguments', gateway.argument_list(r),
                    'result', gateway.result_schema(r), 'errors', gateway.error_list(r), 'examples', r.examples
                )
                order by r.path, r.method
            ), '[]') as routes,
            gateway.component_schemas() as schemas
        from gateway.route as r
    ) as c
$$;

comment on function gateway.catalogue is
    'All that the API process knows: the routes with the form of their arguments and answers, and a version that changes with any of it. JSON text.';
grant execute on function gateway.catalogue to howdah_api;

commit;
