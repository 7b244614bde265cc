-- Deploy howdah:core/context to pg
-- requires: core/schema

begin;

set local role core_owner;

create function core.tenant_id()
returns uuid
language sql
stable
parallel safe
as $$
    select nullif(current_setting('howdah.tenant_id', true), '')::uuid
$$;

comment on function core.tenant_id is
    'The tenant of this transaction; null without a context, so that policies let nothing through.';
grant execute on function core.tenant_id to public;

create function core.principal_id()
returns uuid
language sql
stable
parallel safe
as $$
    select nullif(current_setting('howdah.principal_id', true), '')::uuid
$$;

comment on function core.principal_id is 'Who acts in this transaction (a user or an API key); null for the system.';
grant execute on function core.principal_id to public;

create function core.request_id()
returns text
language sql
stable
parallel safe
as $$
    select nullif(current_setting('howdah.request_id', true), '')
$$;

comment on function core.request_id is 'The id of the request that this transaction answers; null outside of a request.';
grant execute on function core.request_id to public;

create function core.trace()
returns text
language sql
stable
parallel safe
as $$
    select nullif(current_setting('howdah.trace', true), '')
$$;

comment on function core.trace is
    'The trace context (W3C traceparent) of the request that this transaction answers, or of the job that it is for; null for none.';
grant execute on function core.trace to public;

-- A list that looks through so much at a time may come out short before its end.
create function core.more_after(key text)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
    perform set_config('howdah.more_after', coalesce(key, ''), true);
end
$$;

comment on function core.more_after is
    'Says of the list that is being made that it goes on behind this key, even if it is shorter than was asked for; null: it does not.';
grant execute on function core.more_after to public;

-- Sets every part of the context each time: nothing of an earlier call on the same
-- connection or in the same transaction can shine through.
create function core.set_context(
    tenant_id uuid,
    principal_id uuid,
    request_id text,
    trace text default null
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
    perform
        set_config('howdah.tenant_id', coalesce(tenant_id::text, ''), true),
        set_config('howdah.principal_id', coalesce(principal_id::text, ''), true),
        set_config('howdah.request_id', coalesce(request_id, ''), true),
        set_config('howdah.trace', coalesce(trace, ''), true),
        set_config('howdah.rings', '', true);
end
$$;

comment on function core.set_context is
    'Sets the whole context for the rest of this transaction. For gateway and queue alone: a context is only worth as much as the check that came before it.';
grant execute on function core.set_context to gateway_owner, queue_engine;

commit;
