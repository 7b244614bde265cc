-- Deploy howdah:queue/firing to pg
-- requires: queue/schedule
-- requires: ops/partition
-- requires: ops/maintain
-- requires: core/id_at

begin;

set local role queue_owner;

-- Numbers nothing: ops tells by it how far the log has come.
create sequence queue.firing_id_seq;

create table queue.firing (
    tenant_id uuid not null,
    schedule_id uuid not null,
    firing_id bigint not null,
    fire_at timestamptz not null,
    missed_since timestamptz,
    fired_at timestamptz not null default core.now(),
    job_id bigint not null,
    primary key (tenant_id, schedule_id, firing_id)
) partition by range (firing_id);

create index firing_tenant_id_job_id_idx on queue.firing (tenant_id, job_id);

comment on table queue.firing is
    'Which schedule fired for which time, and the job that came of it. Only ever inserted; the key lets no time of a schedule fire twice.';
comment on column queue.firing.tenant_id is 'Whose schedule it is.';
comment on column queue.firing.schedule_id is 'The schedule; it may have been deleted since.';
comment on column queue.firing.firing_id is 'The time it fired for, as a number: queue.firing_id of it.';
comment on column queue.firing.fire_at is 'The time it fired for.';
comment on column queue.firing.missed_since is
    'The first of the missed times that this one stands for; null when it stands for itself alone.';
comment on column queue.firing.fired_at is 'When it did fire.';
comment on column queue.firing.job_id is 'The job that it enqueued.';

create function queue.firing_id(fire_at timestamptz)
returns bigint
language sql
immutable
parallel safe
as $$
    select core.id_at(fire_at) + extract(epoch from fire_at)::bigint % 3600
$$;

comment on function queue.firing_id is
    'A time as a number, the same for everybody: what core.id_at gives for its hour, and the second in the hour.';

select core.protect('queue.firing');
select ops.partition('queue.firing', 'queue.firing_id_seq', keep => interval '91 days', every => interval '7 days');

-- What lies further back than it is known what fired could have fired already.
create function queue.made_up_since(missed queue.missed_policy, moment timestamptz)
returns timestamptz
language sql
immutable
as $$
    select moment - case missed when 'skip' then interval '1 minute' else interval '90 days' end
$$;

comment on function queue.made_up_since is
    'From when on times that passed before a moment still fire then: skip allows for a minute, the others for 90 days.';

-- Times are not numbered as they come: one can be long past, or in a week for which late
-- maintenance has made no partition yet.
create function queue.open_firings_of(fire_at timestamptz)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_every interval := (ops.log_settings('queue.firing')).every;
    v_span bigint := extract(epoch from v_every)::bigint;
    v_start timestamptz := to_timestamp(floor(extract(epoch from fire_at) / v_span) * v_span);
begin
    if to_regclass(ops.partition_name('queue.firing', v_start)) is null then
        perform pg_advisory_xact_lock(hashtextextended('ops.maintain_log queue.firing', 0));
        perform ops.create_partition('queue.firing', v_start, v_start + v_every);
    end if;
end
$$;

comment on function queue.open_firings_of is 'Makes sure that there is a place for what fires for a time.';

create function queue.maintain_firings()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform ops.maintain_log('queue.firing');
    perform ops.drop_expired('queue.firing');
end
$$;

comment on function queue.maintain_firings is 'Creates the partitions of firings that come next and drops those past their retention.';
grant execute on function queue.maintain_firings to ops_owner;

select ops.register_maintenance('queue.maintain_firings');

commit;
