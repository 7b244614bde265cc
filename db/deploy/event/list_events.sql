-- Deploy howdah:event/list_events to pg
-- requires: event/event

begin;

set local role event_owner;

create function event.get_event(event_id bigint)
returns event.event
language sql
stable
security definer
set search_path = ''
as $$
    select e
    from event.event as e
    where e.tenant_id = (select core.tenant_id()) and e.event_id = get_event.event_id
$$;

comment on function event.get_event is 'An event of the tenant of the context; null when there is none.';

create function event.list_events(
    after bigint,
    "limit" integer,
    type text default null,
    key text default null
)
returns setof event.event
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
as $$
begin
    return query
    select e.*
    from event.event as e
    where e.tenant_id = (select core.tenant_id())
        and e.event_id < coalesce(list_events.after, 9223372036854775807)
        and (list_events.type is null or e.type = list_events.type)
        and (list_events.key is null or e.key = list_events.key)
    order by e.event_id desc
    limit list_events."limit";
end
$$;

comment on function event.list_events is 'The events of the tenant of the context, newest first.';
grant execute on function event.get_event(bigint), event.list_events(bigint, integer, text, text) to api_owner;

create function event.maintain()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform ops.maintain_log('event.event');
    perform ops.drop_expired('event.event');
end
$$;

comment on function event.maintain is 'Creates the partitions of events that come next and drops those past their retention.';
grant execute on function event.maintain to ops_owner;

select ops.register_maintenance('event.maintain');

commit;
