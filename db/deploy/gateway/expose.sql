-- Deploy howdah:gateway/expose to pg
-- requires: gateway/arguments_of
-- requires: gateway/page
-- requires: iam/manage_roles

begin;

set local role gateway_owner;

create function gateway.build_call(function_id oid, page_key text)
returns text
language sql
stable
set search_path = ''
as $$
    select case
        when p.prorettype = 'void'::regtype then 'select null::text'
        when page_key is not null then
            format('select gateway.build_page($2, $1, %L, coalesce(array_agg(row_to_json(r)), ''{}''))', page_key)
        when p.proretset then 'select concat(''{"items":['', string_agg(row_to_json(r)::text, '',''), '']}'')'
        when t.typtype = 'c' or p.prorettype = 'record'::regtype then
            'select case when not (r is null) then row_to_json(r)::text end'
        else 'select to_json(r)::text'
    end || ' from ' || gateway.from_clause(p.oid)
    from pg_catalog.pg_proc as p
        inner join pg_catalog.pg_type as t on t.oid = p.prorettype
    where p.oid = function_id
$$;

comment on function gateway.build_call is 'The statement that answers a request by calling the function; $1 are the arguments, $2 the route.';

-- What would only fail at the first request is refused here, at deploy time; and what would run with
-- the rights of the gateway instead of its own service's.
create function gateway.check_exposable(
    function_id regproc,
    method text,
    path text,
    page_key text,
    kind text
)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
    v_function pg_catalog.pg_proc := (select p from pg_catalog.pg_proc as p where p.oid = function_id);
    v_names text[] := array(select a.name from gateway.arguments_of(function_id) as a);
    v_missing text;
begin
    select m[1] into v_missing
    from regexp_matches(path, '\{([a-z0-9_]+)\}', 'g') as m
    where m[1] <> all (v_names)
    limit 1;

    if v_missing is not null then
        raise exception using
            errcode = 'invalid_function_definition',
            message = format('%s has no argument %s, which the path %s names', function_id, v_missing, path);
    elsif '' = any (v_names) or array_position(v_names, null) is not null then
        raise exception using
            errcode = 'invalid_function_definition', message = format('%s has an argument without a name', function_id);
    elsif not v_function.prosecdef then
        raise exception using
            errcode = 'invalid_function_definition', message = format('%s is exposed and must be a security definer', function_id);
    elsif v_function.prorettype = 'pg_catalog.record'::pg_catalog.regtype then
        raise exception using
            errcode = 'invalid_function_definition', message = format('%s answers with rows and must return a named type', function_id);
    elsif method = 'GET' and kind = 'call' and v_function.provolatile = 'v' then
        raise exception using
            errcode = 'invalid_function_definition', message = format('%s answers GET and must be stable', function_id);
    elsif page_key is not null and not v_names @> '{after,limit}' then
        raise exception using
            errcode = 'invalid_function_definition', message = format('%s answers in pages and must take after and limit', function_id);
    elsif not pg_catalog.has_function_privilege('gateway_owner', function_id, 'execute') then
        raise exception using
            errcode = 'insufficient_privilege', message = format('gateway_owner may not execute %s', function_id);
    end if;
end
$$;

comment on function gateway.check_exposable is
    'Raises 42P13 when the function does not fit the route, 42501 when the gateway may not execute it.';

create function gateway.expose(
    method text,
    path text,
    function_id regproc,
    summary text,
    permission text default null,
    permission_text text default null,
    tags text[] default '{}',
    idempotency text default 'none',
    success_status integer default null,
    page_key text default null,
    arguments jsonb default '{}',
    examples jsonb default null,
    is_public boolean default false,
    rate_class text default 'default',
    kind text default 'call'
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_returns_nothing boolean := (select p.prorettype = 'void'::regtype from pg_catalog.pg_proc as p where p.oid = function_id);
begin
    perform gateway.check_exposable(function_id, method, path, page_key, kind);

    if permission is not null then
        perform iam.declare_permission(permission, coalesce(permission_text, summary));
    end if;

    insert into gateway.route as r (
        method, path, kind, function_name, operation_id, summary, tags, permission, is_public, idempotency,
        success_status, rate_class, page_key, argument_comments, examples, call_text
    )
    values (
        method, path, kind, function_id::text, split_part(function_id::text, '.', 2), summary, tags, permission,
        is_public, idempotency,
        coalesce(success_status, case when v_returns_nothing then 204 when method = 'POST' then 201 else 200 end),
        rate_class, page_key, arguments, examples,
        case kind when 'call' then gateway.build_call(function_id, page_key) else function_id::text end
    )
    on conflict on constraint route_method_path_key do update
    set (
        kind, function_name, operation_id, summary, tags, permission, is_public, idempotency, success_status,
        rate_class, page_key, argument_comments, examples, call_text
    ) = (
        excluded.kind, excluded.function_name, excluded.operation_id, excluded.summary, excluded.tags,
        excluded.permission, excluded.is_public, excluded.idempotency, excluded.success_status,
        excluded.rate_class, excluded.page_key, excluded.argument_comments, excluded.examples, excluded.call_text
    );

    perform pg_notify('gateway_changed', '');
end
$$;

comment on function gateway.expose is
    'Makes a function the answer of a route, in every running API process, or changes how. function_id has no overloads; a GET needs a stable one; a page needs after and limit, page_key names the item''s field that after takes. A composite that is null answers 404. Raises 42P13, 42501, 23514.';

create function gateway.withdraw(method text, path text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    delete from gateway.route as r where r.method = withdraw.method and r.path = withdraw.path;
    perform pg_notify('gateway_changed', '');
end
$$;

comment on function gateway.withdraw is 'Takes an endpoint away in every running API process.';

grant execute on function
    gateway.expose(text, text, regproc, text, text, text, text[], text, integer, text, jsonb, jsonb, boolean, text, text),
    gateway.withdraw(text, text)
to api_owner;

commit;
