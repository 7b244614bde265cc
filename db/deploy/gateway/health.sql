-- Deploy howdah:gateway/health to pg
-- requires: gateway/catalogue
-- requires: ops/metric

begin;

set local role gateway_owner;

create function gateway.ready()
returns text
language sql
stable
security definer
set search_path = ''
as $$
    select json_build_object(
        'checks', json_build_object(
            'database', case when pg_is_in_recovery() then 'replica' else 'primary' end, 'routes', count(*)
        )
    )::text
    from gateway.route as r
$$;

comment on function gateway.ready is 'That the database answers and knows routes; JSON text.';

create function gateway.metrics()
returns setof ops.metric
language sql
stable
security definer
set search_path = ''
as $$
    select m.* from ops.metrics() as m
$$;

comment on function gateway.metrics is 'The metrics of all services, for the metrics page of an API process.';
grant execute on function gateway.ready(), gateway.metrics() to howdah_api;

commit;
