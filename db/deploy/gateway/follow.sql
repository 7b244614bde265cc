-- Deploy howdah:gateway/follow to pg
-- requires: gateway/invoke

begin;

set local role gateway_owner;

create type gateway.stream_item as (
    kind text,
    tenant_id uuid,
    id text,
    name text,
    data text
);
comment on type gateway.stream_item is 'One thing that a stream says.';
comment on column gateway.stream_item.kind is
    'position: how far the stream was read. granted, refused: what became of a credential. event: an event.';
comment on column gateway.stream_item.tenant_id is 'Whose event it is, or which tenant the credential opens.';
comment on column gateway.stream_item.id is 'The position, or the place of the credential among those given, from 1.';
comment on column gateway.stream_item.name is 'The type of the event; with a position: more, when there is more to read at once.';
comment on column gateway.stream_item.data is 'The event as JSON; with refused: the reason as JSON.';
grant usage on type gateway.stream_item to howdah_api, api_owner;

-- Every reading checks every credential again, so that a revoked one hears nothing more. Only
-- the tenants of those that may are asked for.
create function gateway.follow(
    route_id integer,
    credentials bytea[],
    "position" text default null,
    batch integer default 500
)
returns setof gateway.stream_item
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_route gateway.route;
    v_checks gateway.stream_item[];
begin
    perform core.set_context(null, null, null);
    perform pulse.defer_rings();

    select r.* into v_route from gateway.route as r where r.route_id = follow.route_id and r.kind = 'stream';

    if not found then
        raise exception using errcode = 'WG410', message = format('route %s is gone', follow.route_id);
    end if;

    select array_agg(
        row(
            case when r.refusal is null then 'granted' else 'refused' end,
            c.tenant_id, n.place::text, (r.refusal).status::text, (r.refusal).body
        )::gateway.stream_item
        order by n.place
    )
    into v_checks
    from unnest(credentials) with ordinality as n (credential, place)
        cross join lateral iam.authenticate(n.credential) as c
        cross join lateral (select gateway.check_caller(c, v_route) as refusal) as r;

    return query execute format(
        'select s.* from %s(tenant_ids => $1, "position" => $2, batch => $3) as s', v_route.call_text
    ) using
        array(select distinct c.tenant_id from unnest(v_checks) as c where c.kind = 'granted'),
        "position", batch;
    return query select c.* from unnest(v_checks) as c;
end
$$;

comment on function gateway.follow is
    'What came after a position in the streams that these credentials open, in one reading of the log. The first row is the position reached, then the events in order, then what became of each credential. position null is now. Raises WG410, VE410 when the position can''t be resumed.';
grant execute on function gateway.follow to howdah_api;

commit;
