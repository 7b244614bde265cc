-- Deploy howdah:queue/create_schedule to pg
-- requires: queue/get_schedule
-- requires: queue/check_cron
-- requires: queue/enqueue

begin;

set local role queue_owner;

create function queue.create_schedule(
    name core.word,
    cron text,
    kind core.word,
    time_zone text default 'UTC',
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    max_attempts smallint default null,
    is_announced boolean default true,
    missed queue.missed_policy default 'coalesce',
    catch_up_limit smallint default 100,
    is_paused boolean default false
)
returns queue.schedule_view
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_schedule queue.schedule;
begin
    perform queue.check_cron(cron), queue.check_time_zone(time_zone), queue.check_queue(queue);

    insert into queue.schedule as s (
        tenant_id, name, cron, time_zone, kind, payload, queue, priority, max_attempts, is_announced, missed,
        catch_up_limit, is_paused, due_at
    )
    values (
        core.tenant_id(), name, cron, time_zone, kind, coalesce(payload, 'null'), queue, priority, max_attempts,
        is_announced, missed, catch_up_limit, is_paused, case when not is_paused then core.now() end
    )
    on conflict on constraint schedule_tenant_id_name_key do nothing
    returning s.* into v_schedule;

    if not found then
        raise exception using
            errcode = 'QU409', message = format('there is a schedule %L already', name), column = 'name';
    end if;

    return queue.view_schedule(v_schedule);
end
$$;

comment on function queue.create_schedule is
    'Makes a schedule of the tenant of the context; the times after now count. Raises QU409 when the name is taken, QU422 for a cron expression, a time zone or a queue that is none, 23514, 42501 without a tenant.';
grant execute on function
    queue.create_schedule(
        core.word, text, core.word, text, jsonb, core.word, smallint, smallint, boolean, queue.missed_policy, smallint, boolean
    )
to api_owner;

commit;
