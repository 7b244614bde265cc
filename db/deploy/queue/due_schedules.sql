-- Deploy howdah:queue/due_schedules to pg
-- requires: queue/firing
-- requires: queue/check_cron
-- requires: tenancy/create_tenant
-- requires: pulse/bell

begin;

set local role queue_owner;
grant execute on function
    queue.expand_cron(text), queue.made_up_since(queue.missed_policy, timestamptz)
to queue_engine;

reset role;
set local role queue_engine;

create function queue.rest_schedules()
returns interval
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    return (
        select greatest(interval '0', least(interval '1 second', min(s.due_at) - core.now()))
        from queue.schedule as s
        where s.due_at is not null
    );
end
$$;

comment on function queue.rest_schedules is
    'How long no schedule needs a worker: 0 when one does now, a second at most, since another may come at any time.';

-- The rows stay locked until the caller has told what fires, in the same transaction; others pass
-- them over. A worker that stops in between loses its transaction, and they are due as before.
-- Those of a suspended tenant are looked at again and again, until it is back: whether it is, is read
-- when they are locked, so that who brings it back meanwhile waits, and has them looked at then.
create function queue.due_schedules(schedules integer default 50)
returns table (
    tenant_id uuid, schedule_id uuid, version integer, cron text, time_zone text,
    since timestamptz, until timestamptz, newest integer
)
language plpgsql
volatile
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
    v_now timestamptz := core.now();
    v_due queue.schedule[];
begin
    perform pulse.defer_rings(), set_config('idle_in_transaction_session_timeout', '10s', true);

    v_due := array(
        select s
        from queue.schedule as s
        where s.due_at <= v_now
        order by s.due_at
        limit schedules
        for update skip locked
    );

    update queue.schedule as s
    set due_at = v_now + interval '10 minutes'
    from unnest(v_due) as d
    where s.tenant_id = d.tenant_id and s.schedule_id = d.schedule_id
        and tenancy.state_of(d.tenant_id) is distinct from 'active';

    return query
    select
        d.tenant_id, d.schedule_id, d.version, queue.expand_cron(d.cron), d.time_zone,
        greatest(d.handled_until, queue.made_up_since(d.missed, v_now)), greatest(d.handled_until, v_now),
        case d.missed when 'catch_up' then d.catch_up_limit else 1 end::integer
    from unnest(v_due) as d
        inner join queue.schedule as s on s.tenant_id = d.tenant_id and s.schedule_id = d.schedule_id
    where s.due_at <= v_now;
end
$$;

comment on function queue.due_schedules is
    'Hands schedules that are due to a worker, locked until the end of its transaction: it computes the newest so many times that fall after since and not after until, and the first one after until, and tells queue.fire_schedule. Ring the topic queue after the commit.';
grant execute on function queue.rest_schedules(), queue.due_schedules(integer) to howdah_worker;

create function queue.recheck_schedules(tenant_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_now timestamptz := core.now();
begin
    update queue.schedule as s
    set due_at = v_now
    where s.tenant_id = recheck_schedules.tenant_id
        and s.due_at is not null
        and (s.next_fire_at is null or s.next_fire_at <= v_now);
end
$$;

comment on function queue.recheck_schedules is
    'Has what a tenant missed looked at now: for when it is active again.';
grant execute on function queue.recheck_schedules to api_owner;

commit;
