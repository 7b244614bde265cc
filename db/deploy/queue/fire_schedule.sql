-- Deploy howdah:queue/fire_schedule to pg
-- requires: queue/firing
-- requires: queue/enqueue
-- requires: core/context

begin;

set local role queue_owner;

create function queue.times_to_fire(schedule queue.schedule, until timestamptz, fire_ats timestamptz[])
returns timestamptz[]
language sql
immutable
as $$
    select array(
        select t.fire_at
        from (
            select distinct f.fire_at
            from unnest(fire_ats) as f (fire_at)
            where f.fire_at <= until
                and f.fire_at > greatest((schedule).handled_until, queue.made_up_since((schedule).missed, until))
            order by f.fire_at desc
            limit case (schedule).missed when 'catch_up' then (schedule).catch_up_limit else 1 end
        ) as t
        order by t.fire_at
    )
$$;

comment on function queue.times_to_fire is
    'Which of the times that have passed a schedule fires for, by its policy: of too many the newest; none that was handled before.';

-- The schedule is locked, so that nobody fires it meanwhile; the key of the firing stands behind.
create function queue.fire_once(schedule queue.schedule, fire_at timestamptz)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_firing_id bigint := queue.firing_id(fire_at);
    v_job_id bigint;
begin
    perform queue.open_firings_of(fire_at);

    if exists (
        select from queue.firing as f
        where f.tenant_id = (schedule).tenant_id
            and f.schedule_id = (schedule).schedule_id
            and f.firing_id = v_firing_id
    ) then
        return null;
    end if;

    v_job_id := queue.enqueue(
        kind => (schedule).kind, payload => (schedule).payload, queue => (schedule).queue,
        priority => (schedule).priority, max_attempts => (schedule).max_attempts,
        is_announced => (schedule).is_announced
    );

    insert into queue.firing (tenant_id, schedule_id, firing_id, fire_at, missed_since, job_id)
    values (
        (schedule).tenant_id, (schedule).schedule_id, v_firing_id, fire_at,
        case when (schedule).missed = 'coalesce' and (schedule).next_fire_at < fire_at then (schedule).next_fire_at end,
        v_job_id
    );

    return v_job_id;
end
$$;

comment on function queue.fire_once is 'Enqueues the job of a schedule for one time; gives its number, null when that time has fired before.';

-- What the queue refuses to one schedule must not stop the others of the transaction.
create function queue.fire_times(
    schedule queue.schedule,
    fire_ats timestamptz[],
    out job_ids bigint[],
    out refusal text
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_fire_at timestamptz;
begin
    job_ids := '{}';

    foreach v_fire_at in array fire_ats loop
        job_ids := job_ids || queue.fire_once(schedule, v_fire_at);
    end loop;
exception
    when sqlstate 'QU000' or integrity_constraint_violation or insufficient_privilege then
        get stacked diagnostics refusal = message_text;
        job_ids := null;
end
$$;

comment on function queue.fire_times is
    'Fires a schedule for these times; gives a number for each, null for one that has fired before. Or none fires, and refusal says why.';

create function queue.advance_schedule(
    schedule queue.schedule,
    until timestamptz,
    fire_ats timestamptz[],
    next_fire_at timestamptz
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    update queue.schedule as s
    set
        handled_until = until,
        next_fire_at = advance_schedule.next_fire_at,
        due_at = least(advance_schedule.next_fire_at, until + interval '1 day'),
        last_fire_at = greatest(s.last_fire_at, fire_ats[cardinality(fire_ats)]),
        note = case
            when advance_schedule.next_fire_at is null then 'it never fires again'
            when s.next_fire_at <= queue.made_up_since(s.missed, until) then
                format('what was due from %s on came too late and was left out', s.next_fire_at)
            when s.next_fire_at is null or cardinality(fire_ats) > 0 then null
            else s.note
        end
    where s.tenant_id = (schedule).tenant_id and s.schedule_id = (schedule).schedule_id;
end
$$;

comment on function queue.advance_schedule is
    'Notes what a schedule has fired for, until when it is handled, and when it fires next. A worker looks at it once a day in any case: the rules of time zones change.';

create function queue.fire_own_schedule(
    schedule_id uuid,
    version integer,
    until timestamptz,
    fire_ats timestamptz[],
    next_fire_at timestamptz
)
returns table (job_id bigint, lateness interval)
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_schedule queue.schedule;
    v_times timestamptz[];
    v_fired record;
begin
    select s.* into v_schedule
    from queue.schedule as s
    where s.tenant_id = core.tenant_id()
        and s.schedule_id = fire_own_schedule.schedule_id
        and s.version = fire_own_schedule.version
        and s.handled_until <= fire_own_schedule.until
        and not s.is_paused
    for update;

    if not found or until > core.now() then
        raise exception using
            errcode = 'QU409', message = format('schedule %s is not, or no longer, as it was handed out', schedule_id);
    end if;

    v_times := queue.times_to_fire(v_schedule, until, fire_ats);
    v_fired := queue.fire_times(v_schedule, v_times);

    if v_fired.refusal is null then
        perform queue.advance_schedule(v_schedule, until, v_times, next_fire_at);
    else
        update queue.schedule as s
        set note = v_fired.refusal, due_at = until + interval '1 minute'
        where s.tenant_id = v_schedule.tenant_id and s.schedule_id = v_schedule.schedule_id;
    end if;

    return query
    select f.job_id, core.now() - f.fire_at
    from unnest(v_fired.job_ids, v_times) as f (job_id, fire_at)
    where f.job_id is not null;
end
$$;

comment on function queue.fire_own_schedule is
    'What queue.fire_schedule does, for the tenant of the context. Raises QU409, 23514.';
grant execute on function queue.fire_own_schedule to queue_engine;

reset role;
set local role queue_engine;

create function queue.fire_schedule(
    tenant_id uuid,
    schedule_id uuid,
    version integer,
    until timestamptz,
    fire_ats timestamptz[],
    next_fire_at timestamptz
)
returns table (job_id bigint, lateness interval)
language plpgsql
volatile
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
begin
    perform core.set_context(tenant_id, null, format('schedule %s', schedule_id));

    return query
    select f.job_id, f.lateness
    from queue.fire_own_schedule(schedule_id, version, until, fire_ats, next_fire_at) as f;
end
$$;

comment on function queue.fire_schedule is
    'Fires a schedule that was handed out for these times, as far as its policy lets it, and notes when it fires next; gives the jobs, and how late they are. A time fires once, whoever asks. Raises QU409 when the schedule has changed or was handled further since, 23514 when the next time is not after until.';

create function queue.refuse_schedule(tenant_id uuid, schedule_id uuid, version integer, reason text)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    update queue.schedule as s
    set note = left(reason, 1000), next_fire_at = null, due_at = core.now() + interval '1 hour'
    where s.tenant_id = refuse_schedule.tenant_id
        and s.schedule_id = refuse_schedule.schedule_id
        and s.version = refuse_schedule.version
        and not s.is_paused
$$;

comment on function queue.refuse_schedule is
    'Notes why a worker can''t fire a schedule, or compute when; it is tried again after an hour.';
grant execute on function
    queue.fire_schedule(uuid, uuid, integer, timestamptz, timestamptz[], timestamptz),
    queue.refuse_schedule(uuid, uuid, integer, text)
to howdah_worker;

commit;
