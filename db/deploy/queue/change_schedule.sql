-- Deploy howdah:queue/change_schedule to pg
-- requires: queue/create_schedule

begin;

set local role queue_owner;

create function queue.lock_schedule(schedule_id uuid)
returns queue.schedule
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_schedule queue.schedule;
begin
    select s.* into v_schedule
    from queue.schedule as s
    where s.tenant_id = core.tenant_id() and s.schedule_id = lock_schedule.schedule_id
    for update;

    if not found then
        raise exception using errcode = 'QU404', message = format('there is no schedule %s', lock_schedule.schedule_id);
    end if;

    return v_schedule;
end
$$;

comment on function queue.lock_schedule is
    'A schedule of the tenant of the context, held against changes and fires until commit. Raises QU404.';

-- Whatever a worker has computed is void from here on.
create function queue.replan(schedule queue.schedule, is_paused boolean)
returns queue.schedule
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_now timestamptz := core.now();
    v_schedule queue.schedule;
begin
    update queue.schedule as s
    set
        version = s.version + 1, is_paused = replan.is_paused, handled_until = v_now, next_fire_at = null,
        due_at = case when not replan.is_paused then v_now end, note = null
    where s.tenant_id = (schedule).tenant_id and s.schedule_id = (schedule).schedule_id
    returning s.* into v_schedule;

    return v_schedule;
end
$$;

comment on function queue.replan is 'Has the next time of a schedule computed anew: the times after now count.';

create function queue.change_schedule(
    schedule_id uuid,
    name core.word default null,
    cron text default null,
    kind core.word default null,
    time_zone text default null,
    payload jsonb default null,
    queue core.word default null,
    priority smallint default null,
    max_attempts smallint default null,
    is_announced boolean default null,
    missed queue.missed_policy default null,
    catch_up_limit smallint default null
)
returns queue.schedule_view
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_old queue.schedule := queue.lock_schedule(schedule_id);
    v_new queue.schedule;
begin
    if cron is not null then
        perform queue.check_cron(cron);
    end if;
    if time_zone is not null then
        perform queue.check_time_zone(time_zone);
    end if;
    if queue is not null then
        perform queue.check_queue(queue);
    end if;

    if exists (
        select from queue.schedule as s
        where s.tenant_id = v_old.tenant_id and s.name = change_schedule.name and s.schedule_id <> v_old.schedule_id
    ) then
        raise exception using
            errcode = 'QU409', message = format('there is a schedule %L already', name), column = 'name';
    end if;

    update queue.schedule as s
    set
        name = coalesce(change_schedule.name, s.name),
        cron = coalesce(change_schedule.cron, s.cron),
        kind = coalesce(change_schedule.kind, s.kind),
        time_zone = coalesce(change_schedule.time_zone, s.time_zone),
        payload = coalesce(change_schedule.payload, s.payload),
        queue = coalesce(change_schedule.queue, s.queue),
        priority = coalesce(change_schedule.priority, s.priority),
        max_attempts = coalesce(change_schedule.max_attempts, s.max_attempts),
        is_announced = coalesce(change_schedule.is_announced, s.is_announced),
        missed = coalesce(change_schedule.missed, s.missed),
        catch_up_limit = coalesce(change_schedule.catch_up_limit, s.catch_up_limit)
    where s.tenant_id = v_old.tenant_id and s.schedule_id = v_old.schedule_id
    returning s.* into v_new;

    if (v_new.cron, v_new.time_zone) <> (v_old.cron, v_old.time_zone) then
        v_new := queue.replan(v_new, v_new.is_paused);
    end if;

    return queue.view_schedule(v_new);
end
$$;

comment on function queue.change_schedule is
    'Changes what is given of a schedule; after another expression or time zone the times from now on count. Raises QU404, QU409 when the name is taken, QU422 for a cron expression, a time zone or a queue that is none, 23514.';

create function queue.pause_schedule(schedule_id uuid)
returns queue.schedule_view
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_schedule queue.schedule := queue.lock_schedule(schedule_id);
begin
    if not v_schedule.is_paused then
        v_schedule := queue.replan(v_schedule, is_paused => true);
    end if;

    return queue.view_schedule(v_schedule);
end
$$;

comment on function queue.pause_schedule is 'Stops a schedule until it is resumed; again is no error. Raises QU404.';

create function queue.resume_schedule(schedule_id uuid)
returns queue.schedule_view
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_schedule queue.schedule := queue.lock_schedule(schedule_id);
begin
    if v_schedule.is_paused then
        v_schedule := queue.replan(v_schedule, is_paused => false);
    end if;

    return queue.view_schedule(v_schedule);
end
$$;

comment on function queue.resume_schedule is
    'Lets a paused schedule fire again, from now on; again is no error. Raises QU404.';

create function queue.delete_schedule(schedule_id uuid)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    delete from queue.schedule as s
    where s.tenant_id = core.tenant_id() and s.schedule_id = delete_schedule.schedule_id;

    if not found then
        raise exception using errcode = 'QU404', message = format('there is no schedule %s', delete_schedule.schedule_id);
    end if;
end
$$;

comment on function queue.delete_schedule is 'Deletes a schedule; the jobs that it enqueued stay. Raises QU404.';

grant execute on function
    queue.change_schedule(
        uuid, core.word, text, core.word, text, jsonb, core.word, smallint, smallint, boolean, queue.missed_policy, smallint
    ),
    queue.pause_schedule(uuid), queue.resume_schedule(uuid), queue.delete_schedule(uuid)
to api_owner;

commit;
