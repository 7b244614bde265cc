-- Deploy howdah:queue/get_schedule to pg
-- requires: queue/schedule
-- requires: core/context

begin;

set local role queue_owner;

create type queue.schedule_view as (
    schedule_id uuid,
    name text,
    cron text,
    time_zone text,
    queue text,
    kind text,
    payload jsonb,
    priority smallint,
    max_attempts smallint,
    is_announced boolean,
    missed text,
    catch_up_limit smallint,
    is_paused boolean,
    next_fire_at timestamptz,
    last_fire_at timestamptz,
    note text,
    created_at timestamptz
);
comment on type queue.schedule_view is 'A schedule as its tenant sees it.';
comment on column queue.schedule_view.schedule_id is 'The id of the schedule.';
comment on column queue.schedule_view.name is 'Its name, unique in the tenant.';
comment on column queue.schedule_view.cron is 'When it fires: a cron expression.';
comment on column queue.schedule_view.time_zone is 'In which time zone.';
comment on column queue.schedule_view.queue is 'The queue of its jobs.';
comment on column queue.schedule_view.kind is 'Which handler runs them.';
comment on column queue.schedule_view.payload is 'What the handler gets.';
comment on column queue.schedule_view.priority is '1 goes before 2, and so on to 4.';
comment on column queue.schedule_view.max_attempts is 'After how many attempts a job is dead; null: as its queue says.';
comment on column queue.schedule_view.is_announced is 'Whether the ends of the jobs become events.';
comment on column queue.schedule_view.missed is 'skip, coalesce or catch_up.';
comment on column queue.schedule_view.catch_up_limit is 'For how many missed times at most a job is made up.';
comment on column queue.schedule_view.is_paused is 'While true it does not fire.';
comment on column queue.schedule_view.next_fire_at is 'When it fires next; null while that is not computed.';
comment on column queue.schedule_view.last_fire_at is 'The latest time for which it fired; null before the first.';
comment on column queue.schedule_view.note is 'What is or went wrong with it; null when nothing did.';
comment on column queue.schedule_view.created_at is 'Since when it exists.';
grant usage on type queue.schedule_view, queue.schedule to api_owner;

create function queue.view_schedule(schedule queue.schedule)
returns queue.schedule_view
language sql
immutable
set search_path = ''
as $$
    select
        (schedule).schedule_id, (schedule).name::text, (schedule).cron, (schedule).time_zone, (schedule).queue::text,
        (schedule).kind::text, (schedule).payload, (schedule).priority, (schedule).max_attempts,
        (schedule).is_announced, (schedule).missed::text, (schedule).catch_up_limit, (schedule).is_paused,
        (schedule).next_fire_at, (schedule).last_fire_at, (schedule).note, (schedule).created_at
    where (schedule).schedule_id is not null
$$;

comment on function queue.view_schedule is 'A schedule without what only the queue needs; null for none.';

create function queue.get_schedule(schedule_id uuid)
returns queue.schedule_view
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select queue.view_schedule(s)
        from queue.schedule as s
        where s.tenant_id = (select core.tenant_id()) and s.schedule_id = get_schedule.schedule_id
    );
end
$$;

comment on function queue.get_schedule is 'A schedule of the tenant of the context; null when there is none.';

create function queue.list_schedules(after uuid, "limit" integer)
returns setof queue.schedule_view
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select v.*
    from (
        select s
        from queue.schedule as s
        where s.tenant_id = (select core.tenant_id())
            and (list_schedules.after is null or s.schedule_id > list_schedules.after)
        order by s.schedule_id
        limit list_schedules."limit"
    ) as page
        cross join lateral queue.view_schedule(page.s) as v
    order by v.schedule_id;
end
$$;

comment on function queue.list_schedules is 'The schedules of the tenant of the context, oldest first.';
grant execute on function queue.get_schedule(uuid), queue.list_schedules(uuid, integer) to api_owner;

commit;
