-- Deploy howdah:queue/schedule to pg
-- requires: queue/queue
-- requires: core/protect
-- requires: core/types
-- requires: core/new_id

begin;

set local role queue_owner;

create domain queue.missed_policy as text
constraint missed_policy_is_known check (value in ('skip', 'coalesce', 'catch_up'));
comment on domain queue.missed_policy is
    'What happens to times that passed while nothing could fire: skip drops them, coalesce makes one job for all, catch_up one for each.';

-- A fire writes the row anew, and the index of what is due with it; so the columns that change
-- come first, there is room in the page, and vacuum comes early.
create table queue.schedule (
    tenant_id uuid not null,
    schedule_id uuid not null default core.new_id(),
    handled_until timestamptz not null default core.now(),
    due_at timestamptz default core.now(),
    next_fire_at timestamptz,
    last_fire_at timestamptz,
    version integer not null default 1,
    note text,
    name core.word not null,
    cron text not null
    constraint cron_has_at_most_200_characters check (length(cron) <= 200),
    time_zone text not null default 'UTC',
    queue core.word not null default 'default',
    kind core.word not null,
    payload jsonb not null default '{}'
    constraint payload_is_at_most_256_kib check (pg_column_size(payload) <= 262144),
    priority smallint not null default 2
    constraint priority_is_1_to_4 check (priority between 1 and 4),
    max_attempts smallint
    constraint max_attempts_is_1_to_1000 check (max_attempts between 1 and 1000),
    is_announced boolean not null default true,
    missed queue.missed_policy not null default 'coalesce',
    catch_up_limit smallint not null default 100
    constraint catch_up_limit_is_1_to_1000 check (catch_up_limit between 1 and 1000),
    is_paused boolean not null default false,
    created_at timestamptz not null default core.now(),
    primary key (tenant_id, schedule_id),
    unique (tenant_id, name),
    constraint a_paused_one_is_not_due check (not is_paused or due_at is null),
    constraint next_fire_comes_after_what_is_handled check (next_fire_at > handled_until)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- What is due is found whatever the tenant; most schedules are due some other day.
create index schedule_due_at_idx on queue.schedule (due_at) where due_at is not null;

comment on table queue.schedule is 'Jobs that come again and again: when, by a cron expression in a time zone, and which.';
comment on column queue.schedule.tenant_id is 'Whose schedule it is.';
comment on column queue.schedule.schedule_id is 'The id of the schedule.';
comment on column queue.schedule.handled_until is
    'Every time up to this one has been fired or dropped; none is handled again.';
comment on column queue.schedule.due_at is
    'When a worker has to look at it: to compute what comes next, or to fire. Null while it is paused.';
comment on column queue.schedule.next_fire_at is 'The next time that it fires; null when no worker has computed it yet.';
comment on column queue.schedule.last_fire_at is 'The latest time for which it fired; null before the first.';
comment on column queue.schedule.version is
    'Counts what makes a computed time void: another expression or zone, a pause, a resumption.';
comment on column queue.schedule.note is 'What is or went wrong with it; null when nothing did.';
comment on column queue.schedule.name is 'Its name, unique in the tenant.';
comment on column queue.schedule.cron is
    'When it fires: minute, hour, day of the month, month, day of the week; or a word such as @daily.';
comment on column queue.schedule.time_zone is 'In which time zone, by its IANA name.';
comment on column queue.schedule.queue is 'The queue of its jobs.';
comment on column queue.schedule.kind is 'Which handler runs them.';
comment on column queue.schedule.payload is 'What the handler gets: any JSON up to 256 KiB.';
comment on column queue.schedule.priority is 'The priority of the jobs: 1 goes before 2, and so on to 4.';
comment on column queue.schedule.max_attempts is 'After how many attempts a job is dead; null: as its queue says.';
comment on column queue.schedule.is_announced is 'Whether the ends of the jobs become events.';
comment on column queue.schedule.missed is 'What happens to times that passed while nothing could fire.';
comment on column queue.schedule.catch_up_limit is
    'With catch_up, for how many missed times at most a job is made up; the newest count.';
comment on column queue.schedule.is_paused is 'While true it does not fire, and what passes meanwhile is not missed.';
comment on column queue.schedule.created_at is 'Since when it exists.';

select core.protect('queue.schedule', 'queue_engine');
grant select, update on queue.schedule to queue_engine;
grant usage on type queue.missed_policy to api_owner, queue_engine;

commit;
