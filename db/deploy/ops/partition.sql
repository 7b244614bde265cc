-- Deploy howdah:ops/partition to pg
-- requires: ops/schema
-- requires: core/id_at

begin;

set local role ops_owner;

-- Which logs are partitioned, by what sequence they are numbered and how long they are kept.
create table ops.log (
    log_table text not null primary key,
    id_sequence text,
    every interval not null default interval '1 day',
    keep interval not null,
    ahead interval not null default interval '3 days',
    constraint partitions_span_whole_hours
    check (extract(epoch from every)::bigint % 3600 = 0 and every > interval '0')
);

comment on table ops.log is 'The append-only logs that live in partitions of time-ordered numbers, or of moments.';
comment on column ops.log.log_table is 'The partitioned table, with its schema.';
comment on column ops.log.id_sequence is 'The sequence that numbers its rows; it leaps ahead when an hour begins. Null: the log is divided by a moment, not by a number.';
comment on column ops.log.every is 'How much time one partition spans; whole hours.';
comment on column ops.log.keep is 'How long rows stay before their partition may be dropped.';
comment on column ops.log.ahead is 'How long before its time a partition stands ready.';

select core.confine('ops.log', 'ops_owner');

create function ops.register_log(
    log_table text,
    id_sequence text,
    every interval,
    keep interval,
    ahead interval
)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    insert into ops.log as l (log_table, id_sequence, every, keep, ahead)
    values (log_table, id_sequence, every, keep, ahead)
    on conflict on constraint log_pkey do update
    set id_sequence = excluded.id_sequence, every = excluded.every, keep = excluded.keep, ahead = excluded.ahead
$$;

comment on function ops.register_log is 'Remembers how a log is partitioned; called by ops.partition.';

create function ops.log_settings(log_table text)
returns ops.log
language sql
stable
security definer
set search_path = ''
as $$
    select l from ops.log as l where l.log_table = log_settings.log_table
$$;

comment on function ops.log_settings is 'How a log is partitioned; null when it is not registered.';

create function ops.partition_name(log_table regclass, lower_at timestamptz)
returns text
language plpgsql
stable
set search_path = ''
as $$
begin
    return format('%s_%s', log_table, to_char(lower_at at time zone 'utc', 'YYYYMMDDHH24'));
end
$$;

comment on function ops.partition_name is 'The name of the partition of a log that begins with an hour.';

-- Runs with the rights of the caller, who owns the log. A table is made beside the log and then
-- attached: "partition of" would lock the whole log against readers and writers, and in the order
-- of maintenance, which is not theirs.
create function ops.create_partition(log_table regclass, lower_at timestamptz, upper_at timestamptz)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
    v_name text := ops.partition_name(log_table, lower_at);
    v_is_numbered boolean := (ops.log_settings(log_table::text)).id_sequence is not null;
begin
    if to_regclass(v_name) is not null then
        return;
    end if;

    execute format('create table %s (like %s including all)', v_name, log_table);
    execute format('alter table %s enable row level security, force row level security', v_name);
    execute format(
        'comment on table %s is %L', v_name, format('Rows of %s, %s to %s.', log_table, lower_at, upper_at)
    );
    execute format(
        'alter table %s attach partition %s for values from (%L) to (%L)',
        log_table, v_name,
        case when v_is_numbered then core.id_at(lower_at)::text else lower_at::text end,
        case when v_is_numbered then core.id_at(upper_at)::text else upper_at::text end
    );
end
$$;

comment on function ops.create_partition is
    'Creates the partition of a log between two whole hours, closed to everyone but through the log itself.';

-- The sequence leaps only into hours for which a partition stood before, for everybody to see: a
-- sequence keeps its leap even if this transaction fails. So a late maintenance costs nothing,
-- rows go on into the last partition there is.
create function ops.maintain_log(log_table regclass)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
    v_log ops.log := ops.log_settings(log_table::text);
    v_now timestamptz := core.now();
    v_span bigint := extract(epoch from v_log.every)::bigint;
    v_start timestamptz := to_timestamp(floor(extract(epoch from v_now) / v_span) * v_span);
    v_last bigint;
    v_stands boolean := to_regclass(ops.partition_name(log_table, v_start)) is not null;
    v_lower timestamptz;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('ops.maintain_log ' || log_table, 0)) then
        return;
    end if;

    for v_lower in select g from generate_series(v_start, v_now + v_log.ahead, v_log.every) as g loop
        perform ops.create_partition(log_table, v_lower, v_lower + v_log.every);
    end loop;

    if v_log.id_sequence is null then
        return;
    end if;
    v_last := pg_sequence_last_value(v_log.id_sequence::regclass);
    if v_last is null or (v_stands and core.id_at(v_now) > v_last) then
        perform setval(v_log.id_sequence::regclass, core.id_at(v_now));
    end if;
end
$$;

comment on function ops.maintain_log is
    'Creates the partitions that come next and moves the sequence into the present hour. Runs with the rights of the owner of the log.';

create function ops.partition(
    log_table regclass,
    id_sequence regclass,
    keep interval,
    every interval default interval '1 day',
    ahead interval default '3 days'
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
    perform ops.register_log(log_table::text, id_sequence::text, every, keep, ahead);
    perform ops.maintain_log(log_table);
end
$$;

comment on function ops.partition is
    'Takes a table that is partitioned by range of its number into care: partitions ahead, retention behind. Without a sequence it is partitioned by range of a moment.';

-- The partitions that hold nothing younger than what is to be kept, and get nothing any more.
create function ops.expired_spans(log_table regclass)
returns table (log_partition regclass, lower_at timestamptz, upper_at timestamptz)
language sql
stable
set search_path = ''
as $$
    select i.inhrelid::regclass, p.lower_at, p.lower_at + l.every
    from pg_catalog.pg_inherits as i
        inner join pg_catalog.pg_class as c on c.oid = i.inhrelid
        cross join lateral ops.log_settings(expired_spans.log_table::text) as l
        cross join lateral (
            select to_timestamp(right(c.relname, 10), 'YYYYMMDDHH24')::timestamp at time zone 'utc' as lower_at
        ) as p
    where i.inhparent = expired_spans.log_table
        and p.lower_at + l.every < core.now() - l.keep
        and (
            l.id_sequence is null
            or core.id_at(p.lower_at + l.every) <= pg_sequence_last_value(l.id_sequence::regclass)
        )
    order by p.lower_at
$$;

comment on function ops.expired_spans is 'The partitions of a log whose whole span is past its retention, oldest first, and what they span.';

create function ops.expired_partitions(log_table regclass)
returns setof regclass
language sql
stable
set search_path = ''
as $$
    select s.log_partition from ops.expired_spans(log_table) as s
$$;

comment on function ops.expired_partitions is 'The partitions of a log whose whole span is past its retention, oldest first.';

-- A log can only be parted with while nobody uses it, and whoever comes meanwhile must wait: so
-- this waits for a moment, and otherwise leaves it to the next maintenance.
create function ops.drop_partition(log_partition regclass)
returns boolean
language plpgsql
volatile
set search_path = ''
set lock_timeout = '200ms'
as $$
begin
    execute format('drop table %s', log_partition);
    return true;
exception
    when lock_not_available then return false;
end
$$;

comment on function ops.drop_partition is 'Drops a partition of a log; false when the log was in use for too long.';

create function ops.drop_expired(log_table regclass)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
    v_partition regclass;
begin
    for v_partition in select p from ops.expired_partitions(log_table) as p loop
        perform ops.drop_partition(v_partition);
    end loop;
end
$$;

comment on function ops.drop_expired is 'Drops what of a log is past its retention, as far as nobody uses it at the moment.';

grant execute on function
    ops.register_log(text, text, interval, interval, interval), ops.log_settings(text),
    ops.create_partition(regclass, timestamptz, timestamptz), ops.maintain_log(regclass),
    ops.partition(regclass, regclass, interval, interval, interval), ops.expired_partitions(regclass),
    ops.expired_spans(regclass),
    ops.partition_name(regclass, timestamptz), ops.drop_partition(regclass), ops.drop_expired(regclass)
to pulse_owner, audit_owner, gateway_owner, queue_owner, event_owner;
grant usage on type ops.log to pulse_owner, audit_owner, gateway_owner, queue_owner, event_owner;

commit;
