-- Deploy howdah:api/schedules to pg
-- requires: api/schema
-- requires: queue/change_schedule
-- requires: queue/list_firings

begin;

set local role api_owner;

create domain api.missed_policy as text
constraint missed_policy_is_known check (value in ('skip', 'coalesce', 'catch_up'));
comment on domain api.missed_policy is
    'What happens to times that passed while nothing could fire: skip drops them, coalesce makes one job for all, catch_up one for each.';

create type api.schedule as (
    schedule_id uuid, name text, cron text, time_zone text, queue text, kind text, payload jsonb, priority smallint,
    max_attempts smallint, is_announced boolean, missed text, catch_up_limit smallint, is_paused boolean,
    next_fire_at timestamptz, last_fire_at timestamptz, note text, created_at timestamptz
);
comment on type api.schedule is 'A job that comes again and again, by the clock.';
comment on column api.schedule.schedule_id is 'The id of the schedule.';
comment on column api.schedule.name is 'Its name, unique in the tenant.';
comment on column api.schedule.cron is
    'When it fires: minute, hour, day of the month, month, day of the week; or a word such as @daily.';
comment on column api.schedule.time_zone is 'In which time zone, by its IANA name.';
comment on column api.schedule.queue is 'The queue of its jobs.';
comment on column api.schedule.kind is 'Which handler runs them.';
comment on column api.schedule.payload is 'What the handler gets.';
comment on column api.schedule.priority is 'The priority of the jobs: 1 goes before 2, and so on to 4.';
comment on column api.schedule.max_attempts is 'After how many attempts a job is dead; null: as its queue says.';
comment on column api.schedule.is_announced is 'Whether the ends of the jobs become events.';
comment on column api.schedule.missed is
    'What happens to times that passed while nothing could fire: skip, coalesce or catch_up.';
comment on column api.schedule.catch_up_limit is 'With catch_up, for how many missed times at most a job is made up.';
comment on column api.schedule.is_paused is 'While true it does not fire.';
comment on column api.schedule.next_fire_at is 'When it fires next; null while it is paused, and for a moment after each change.';
comment on column api.schedule.last_fire_at is 'The latest time for which it fired; null before the first.';
comment on column api.schedule.note is 'What is or went wrong with it; null when nothing did.';
comment on column api.schedule.created_at is 'Since when it exists.';
select gateway.declare_nullable('api.schedule', 'max_attempts', 'next_fire_at', 'last_fire_at', 'note');

create type api.firing as (
    firing_id bigint, schedule_id uuid, fire_at timestamptz, missed_since timestamptz, fired_at timestamptz, job_id bigint
);
comment on type api.firing is 'A time for which a schedule fired.';
comment on column api.firing.firing_id is 'The number of the firing, ordered by the times that the schedule fired for.';
comment on column api.firing.schedule_id is 'The schedule.';
comment on column api.firing.fire_at is 'The time it fired for.';
comment on column api.firing.missed_since is
    'The first of the missed times that this one stands for; null when it stands for itself alone.';
comment on column api.firing.fired_at is 'When it did fire.';
comment on column api.firing.job_id is 'The job that it enqueued.';
select gateway.declare_nullable('api.firing', 'missed_since');

create function api.view_schedule(schedule queue.schedule_view)
returns api.schedule
language sql
immutable
set search_path = ''
as $$
    select
        (schedule).schedule_id, (schedule).name, (schedule).cron, (schedule).time_zone, (schedule).queue,
        (schedule).kind, (schedule).payload, (schedule).priority, (schedule).max_attempts, (schedule).is_announced,
        (schedule).missed, (schedule).catch_up_limit, (schedule).is_paused, (schedule).next_fire_at,
        (schedule).last_fire_at, (schedule).note, (schedule).created_at
    where (schedule).schedule_id is not null
$$;

comment on function api.view_schedule is 'A schedule as the API shows it; null for none.';

create function api.create_schedule(
    name core.word,
    cron text,
    kind core.word,
    time_zone text default 'UTC',
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    max_attempts smallint default null,
    is_announced boolean default true,
    missed api.missed_policy default 'coalesce',
    catch_up_limit smallint default 100,
    is_paused boolean default false
)
returns api.schedule
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
begin
    return api.view_schedule(queue.create_schedule(
        name => name, cron => cron, kind => kind, time_zone => time_zone, payload => payload, queue => queue,
        priority => priority, max_attempts => max_attempts, is_announced => is_announced, missed => missed,
        catch_up_limit => catch_up_limit, is_paused => is_paused
    ));
end
$$;

comment on function api.create_schedule is
    'Makes a schedule: from now on it enqueues a job each time that its cron expression names. Raises QU409 when the name is taken, QU422 for a cron expression, a time zone or a queue that is none.';

create function api.list_schedules(after uuid default null, "limit" integer default 50)
returns setof api.schedule
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select v.*
    from queue.list_schedules(after, "limit") as s
        cross join lateral api.view_schedule(s) as v;
end
$$;

comment on function api.list_schedules is 'Lists the schedules of the tenant, oldest first, and when they fire next.';

create function api.get_schedule(schedule_id uuid)
returns api.schedule
language sql
stable
security definer
set search_path = ''
as $$
    select api.view_schedule(queue.get_schedule(schedule_id))
$$;

comment on function api.get_schedule is 'Shows a schedule and when it fires next.';

create function api.change_schedule(
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
    missed api.missed_policy default null,
    catch_up_limit smallint default null
)
returns api.schedule
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
begin
    return api.view_schedule(queue.change_schedule(
        schedule_id => schedule_id, name => name, cron => cron, kind => kind, time_zone => time_zone,
        payload => payload, queue => queue, priority => priority, max_attempts => max_attempts,
        is_announced => is_announced, missed => missed, catch_up_limit => catch_up_limit
    ));
end
$$;

comment on function api.change_schedule is
    'Changes what is given of a schedule; after another expression or time zone the times from now on count. Raises QU404, QU409 when the name is taken, QU422 for a cron expression, a time zone or a queue that is none.';

create function api.pause_schedule(schedule_id uuid)
returns api.schedule
language sql
volatile
security definer
set search_path = ''
as $$
    select api.view_schedule(queue.pause_schedule(schedule_id))
$$;

comment on function api.pause_schedule is
    'Stops a schedule; what passes until it is resumed is not missed. Again is no error. Raises QU404.';

create function api.resume_schedule(schedule_id uuid)
returns api.schedule
language sql
volatile
security definer
set search_path = ''
as $$
    select api.view_schedule(queue.resume_schedule(schedule_id))
$$;

comment on function api.resume_schedule is 'Lets a paused schedule fire again, from now on. Again is no error. Raises QU404.';

create function api.delete_schedule(schedule_id uuid)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select queue.delete_schedule(schedule_id)
$$;

comment on function api.delete_schedule is 'Deletes a schedule; the jobs that it enqueued stay. Raises QU404.';

create function api.list_firings(schedule_id uuid, after bigint default null, "limit" integer default 50)
returns setof api.firing
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select f.firing_id, f.schedule_id, f.fire_at, f.missed_since, f.fired_at, f.job_id
    from queue.list_firings(schedule_id, after, "limit") as f;
end
$$;

comment on function api.list_firings is
    'Lists the times for which a schedule fired within 90 days, newest first, with the jobs that came of it. Raises QU404.';

select gateway.expose(
    'POST', '/v1/schedules', 'api.create_schedule', 'Create a schedule', 'schedule.write', tags => '{schedules}', idempotency => 'optional',
    arguments => '{"name": "Its name, unique in the tenant.", "cron": "When it fires: minute, hour, day of the month, month, day of the week; or @hourly, @daily, @weekly, @monthly, @yearly.", "kind": "Which handler runs the jobs.", "time_zone": "In which time zone, by its IANA name.", "payload": "What the handler gets: any JSON up to 256 KiB.", "queue": "The queue of the jobs.", "priority": "1 goes before 2, and so on to 4.", "max_attempts": "After how many attempts a job is dead; left out: as its queue says.", "is_announced": "Whether the ends of the jobs become events.", "missed": "What happens to times that passed while nothing could fire: skip drops them, coalesce makes one job for all, catch_up one for each.", "catch_up_limit": "With catch_up, for how many missed times at most a job is made up, 1 to 1000; the newest count.", "is_paused": "Whether it waits to be resumed."}',
    examples => '{"request": {"name": "monthly-invoices", "cron": "0 6 1 * *", "time_zone": "Europe/Berlin", "kind": "howdah.noop", "payload": {"dry_run": false}, "missed": "coalesce"}}'
);
select gateway.expose(
    'GET', '/v1/schedules', 'api.list_schedules', 'List the schedules', 'schedule.read', tags => '{schedules}', page_key => 'schedule_id',
    arguments => '{"limit": "How many at most."}'
);
select gateway.expose(
    'GET', '/v1/schedules/{schedule_id}', 'api.get_schedule', 'Show a schedule', 'schedule.read', tags => '{schedules}',
    arguments => '{"schedule_id": "The schedule."}'
);
select gateway.expose(
    'PATCH', '/v1/schedules/{schedule_id}', 'api.change_schedule', 'Change a schedule', 'schedule.write', tags => '{schedules}',
    arguments => '{"schedule_id": "The schedule.", "name": "Another name.", "cron": "Other times; those from now on count.", "kind": "Another handler.", "time_zone": "Another time zone; the times from now on count.", "payload": "What the handler gets from now on.", "queue": "Another queue.", "priority": "Another priority, 1 to 4.", "max_attempts": "After how many attempts a job is dead.", "is_announced": "Whether the ends of the jobs become events.", "missed": "What happens to times that passed while nothing could fire: skip, coalesce or catch_up.", "catch_up_limit": "With catch_up, for how many missed times at most a job is made up, 1 to 1000."}',
    examples => '{"request": {"cron": "0 7 1 * *"}}'
);
select gateway.expose(
    'POST', '/v1/schedules/{schedule_id}/pause', 'api.pause_schedule', 'Pause a schedule', 'schedule.write', tags => '{schedules}',
    success_status => 200, arguments => '{"schedule_id": "The schedule."}'
);
select gateway.expose(
    'POST', '/v1/schedules/{schedule_id}/resume', 'api.resume_schedule', 'Resume a schedule', 'schedule.write', tags => '{schedules}',
    success_status => 200, arguments => '{"schedule_id": "The schedule."}'
);
select gateway.expose(
    'DELETE', '/v1/schedules/{schedule_id}', 'api.delete_schedule', 'Delete a schedule', 'schedule.write', tags => '{schedules}',
    arguments => '{"schedule_id": "The schedule."}'
);
select gateway.expose(
    'GET', '/v1/schedules/{schedule_id}/firings', 'api.list_firings', 'List when a schedule fired', 'schedule.read', tags => '{schedules}',
    page_key => 'firing_id', arguments => '{"schedule_id": "The schedule.", "limit": "How many at most."}'
);

commit;
