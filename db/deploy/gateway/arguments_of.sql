-- Deploy howdah:gateway/arguments_of to pg
-- requires: gateway/type_schema

begin;

set local role gateway_owner;

create function gateway.arguments_of(function_id oid)
returns table (place integer, name text, type_id oid, default_expression text)
language sql
stable
set search_path = ''
as $$
    select
        n.place::integer,
        p.proargnames[n.place],
        coalesce(p.proallargtypes[n.place], p.proargtypes[n.place - 1]),
        pg_catalog.pg_get_function_arg_default(p.oid, n.place::integer)
    from pg_catalog.pg_proc as p
        cross join lateral generate_series(1, coalesce(cardinality(p.proallargtypes), p.pronargs)) as n (place)
    where p.oid = function_id
        and coalesce(p.proargmodes[n.place], 'i') in ('i', 'b')
    order by n.place
$$;

comment on function gateway.arguments_of is
    'The arguments that a function takes, in their order; default_expression is null for one that must be given.';

create function gateway.is_null_default(default_expression text)
returns boolean
language sql
immutable
set search_path = ''
as $$
    select default_expression ~* '^null(::.*)?$'
$$;

comment on function gateway.is_null_default is 'Whether an argument is null when it is left out.';

-- One jsonb_to_record turns all arguments into their types, so that domains check what they
-- always check; a default counts only for an argument that was left out.
create function gateway.from_clause(function_id oid)
returns text
language sql
stable
set search_path = ''
as $$
    select
        coalesce(
            'jsonb_to_record($1) as a('
            || string_agg(format('%I %s', a.name, a.type_id::regtype), ', ' order by a.place)
            || ') cross join lateral ',
            ''
        )
        || function_id::regproc
        || '('
        || coalesce(
            string_agg(
                format(
                    case
                        when a.default_expression is null or gateway.is_null_default(a.default_expression)
                        then '%1$I => a.%1$I'
                        else '%1$I => cast(case when $1 ? %1$L then a.%1$I else %2$s end as %3$s)'
                    end,
                    a.name, a.default_expression, a.type_id::regtype
                ),
                ', ' order by a.place
            ),
            ''
        )
        || ') as r'
    from gateway.arguments_of(function_id) as a
$$;

comment on function gateway.from_clause is 'The call of a function as r, with the arguments of a request ($1, jsonb) in their types.';

commit;
