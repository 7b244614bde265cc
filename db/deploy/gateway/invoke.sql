-- Deploy howdah:gateway/invoke to pg
-- requires: gateway/expose
-- requires: gateway/answer
-- requires: audit/record
-- requires: iam/authenticate
-- requires: pulse/bell

begin;

set local role gateway_owner;

create type gateway.reply as (
    status smallint,
    body text,
    headers jsonb,
    rings text[]
);
comment on type gateway.reply is 'What the API process sends back.';
comment on column gateway.reply.status is 'The status, as in HTTP.';
comment on column gateway.reply.body is 'The body, JSON; null when there is none.';
comment on column gateway.reply.headers is 'Fields that go with it; null when there are none.';
comment on column gateway.reply.rings is 'Topics to ring once this transaction has committed; null when there are none.';
grant usage on type gateway.reply to howdah_api;

-- Refusals are returned, not raised: their trace outlives them.
create function gateway.refuse(status integer, code text, detail text)
returns gateway.reply
language sql
immutable
set search_path = ''
as $$
    select status::smallint, json_build_object('code', code, 'detail', detail)::text, null::jsonb, null::text[]
$$;

comment on function gateway.refuse is 'A refusal with its code and reason.';

create function gateway.check_caller(caller iam.caller, route gateway.route)
returns gateway.reply
language plpgsql
immutable
set search_path = ''
as $$
begin
    if caller.tenant_id is null then
        return gateway.refuse(401, 'IA401', 'the credential is missing, unknown, expired or revoked');
    elsif caller.is_suspended then
        return gateway.refuse(403, 'TE403', 'the tenant is suspended');
    elsif not iam.allows(caller.permissions, route.permission) then
        return gateway.refuse(403, 'IA403', format('this needs the permission %s', route.permission));
    end if;

    return null;
end
$$;

comment on function gateway.check_caller is 'Null when the caller may use the route, else the refusal: IA401, TE403, IA403.';

create function gateway.perform(
    route gateway.route,
    arguments jsonb,
    idempotency_key text,
    fingerprint bytea
)
returns gateway.reply
language plpgsql
volatile
set search_path = ''
as $$
declare
    v_is_kept boolean := idempotency_key is not null and route.idempotency <> 'none' and core.tenant_id() is not null;
    v_answer gateway.answer;
    v_reply gateway.reply;
begin
    if v_is_kept then
        v_answer := gateway.find_answer(idempotency_key, fingerprint);
        if v_answer.answer_id is not null then
            return row(v_answer.status, v_answer.body, '{"Idempotency-Replayed": "true"}'::jsonb, null::text[])::gateway.reply;
        end if;
    end if;

    if route.page_key is not null then
        arguments := gateway.page_arguments(route.route_id, arguments);
    end if;

    execute route.call_text into v_reply.body using arguments, route.route_id;
    v_reply.status := route.success_status;

    if v_reply.body is null and route.success_status <> 204 then
        raise exception using errcode = 'WG404', message = 'there is no such thing';
    end if;

    if route.method <> 'GET' and core.tenant_id() is not null then
        perform audit.record(route.operation_id, route.success_status);
    end if;

    if v_is_kept then
        perform gateway.keep_answer(idempotency_key, route.route_id, fingerprint, v_reply.status, v_reply.body);
    end if;

    return v_reply;
end
$$;

comment on function gateway.perform is
    'Runs the function of a route for a caller who may: remembered answer, arguments, call, audit, answer kept. Raises WG404, WG409, WG422.';

create function gateway.invoke(
    route_id integer,
    credential bytea,
    arguments jsonb,
    idempotency_key text default null,
    fingerprint bytea default null,
    request_id text default null,
    client inet default null,
    trace text default null
)
returns gateway.reply
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_route gateway.route;
    v_caller iam.caller;
    v_reply gateway.reply;
begin
    perform core.set_context(null, null, request_id);
    perform pulse.defer_rings();

    select r.* into v_route from gateway.route as r where r.route_id = invoke.route_id and r.kind = 'call';

    if not found then
        raise exception using errcode = 'WG410', message = format('route %s is gone', invoke.route_id);
    end if;

    if credential is not null then
        v_caller := iam.authenticate(credential);
    end if;

    v_reply := gateway.check_caller(v_caller, v_route);
    if v_reply.status is not null then
        if not v_route.is_public then
            return v_reply;
        end if;
        v_caller := null;
    end if;

    perform core.set_context(v_caller.tenant_id, v_caller.principal_id, request_id, trace);
    v_reply := gateway.perform(v_route, arguments, idempotency_key, fingerprint);
    v_reply.rings := pulse.rings();
    return v_reply;
end
$$;

comment on function gateway.invoke is
    'Answers one request: authenticates, authorises, sets the context of this transaction, runs the function, records. credential is the SHA-256 of the secret, fingerprint that of the request, trace its W3C traceparent. Returns refusals (IA401, IA403, TE403); raises WG404, WG409, WG410, WG422 and whatever the function raises.';
grant execute on function gateway.invoke to howdah_api;

create function gateway.ring(topics text[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform pulse.ring_all(topics);
end
$$;

comment on function gateway.ring is 'Wakes who sleeps on these topics; call it after the commit of what invoke did.';
grant execute on function gateway.ring to howdah_api;

commit;
