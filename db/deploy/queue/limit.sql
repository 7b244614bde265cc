-- Deploy howdah:queue/limit to pg
-- requires: queue/share
-- requires: queue/define

begin;

set local role queue_owner;

create table queue.gate_limit (
    queue_id integer not null references queue.queue (queue_id) on delete cascade,
    gate text not null
    constraint gate_is_known check (gate in ('queue', 'tenant', 'key')),
    concurrency integer
    constraint concurrency_is_positive check (concurrency > 0),
    rate double precision
    constraint rate_is_positive check (rate > 0 and rate <= 1000000),
    burst integer
    constraint burst_is_positive check (burst > 0),
    primary key (queue_id, gate),
    constraint a_burst_belongs_to_a_rate check (burst is null or rate is not null)
);

comment on table queue.gate_limit is 'How many jobs may run at a time, and start in a second: of a queue, of each tenant in it, of each key of a tenant.';
comment on column queue.gate_limit.queue_id is 'The queue.';
comment on column queue.gate_limit.gate is 'For what the limit holds: the queue as a whole, each tenant, each limit_key of a tenant.';
comment on column queue.gate_limit.concurrency is 'How many jobs may run at a time; null for any number.';
comment on column queue.gate_limit.rate is 'How many tokens a second the bucket gets; a job takes as many as its weight. Null for no limit.';
comment on column queue.gate_limit.burst is 'How many tokens the bucket holds; null: those of a second, at least one.';

select core.confine('queue.gate_limit', 'queue_owner');
create policy engine_reads_limit on queue.gate_limit for select to queue_engine using (true);
grant select on queue.gate_limit to queue_engine;
grant usage on type queue.gate_limit to queue_engine;

create function queue.note_limits(queue_id integer)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    update queue.queue as q
    set is_limited =
        exists (select from queue.gate_limit as l where l.queue_id = note_limits.queue_id)
        or exists (
            select
            from queue.share as s
            where s.queue_id = note_limits.queue_id and (s.concurrency is not null or s.rate is not null)
        ),
        is_shared = exists (
            select from queue.share as s where s.queue_id = note_limits.queue_id and s.weight <> 1
        )
    where q.queue_id = note_limits.queue_id
$$;

comment on function queue.note_limits is 'Notes whether a claim has to look for limits and weights at all.';

create function queue.queue_id_of(name text)
returns integer
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_queue_id integer := (select q.queue_id from queue.queue as q where q.name = queue_id_of.name);
begin
    if v_queue_id is null then
        raise exception using
            errcode = 'QU404', message = format('there is no queue %L', queue_id_of.name), column = 'queue';
    end if;
    return v_queue_id;
end
$$;

comment on function queue.queue_id_of is 'The number of a queue. Raises QU404.';
grant execute on function queue.queue_id_of to queue_engine;

create function queue.set_limit(
    queue text,
    gate text,
    concurrency integer default null,
    rate double precision default null,
    burst integer default null
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_queue_id integer := queue.queue_id_of(queue);
begin
    delete from queue.gate_limit as l where l.queue_id = v_queue_id and l.gate = set_limit.gate;
    if concurrency is not null or rate is not null then
        insert into queue.gate_limit (queue_id, gate, concurrency, rate, burst)
        values (v_queue_id, gate, concurrency, rate, burst);
    end if;
    perform queue.note_limits(v_queue_id);
    perform pulse.announce('queue');
end
$$;

comment on function queue.set_limit is
    'Limits what runs at a time and starts in a second in a queue: in all (gate queue), of each tenant (tenant), of each limit_key of a tenant (key). Without both, lifts the limit. What is above a new limit already goes on. Raises QU404, 23514.';

create function queue.set_share(
    queue text,
    tenant_id uuid,
    weight smallint default 1,
    concurrency integer default null,
    rate double precision default null,
    burst integer default null
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_queue_id integer := queue.queue_id_of(queue);
begin
    perform queue.write_share(row(tenant_id, v_queue_id, weight, concurrency, rate, burst)::queue.share);
    perform queue.note_limits(v_queue_id);
    perform pulse.announce('queue');
end
$$;

comment on function queue.set_share is
    'Gives a tenant the share of a queue that its weight (1 to 1000) says, and limits of its own instead of those of the queue''s tenant gate. Raises QU404, 23514.';
grant execute on function
    queue.set_limit(text, text, integer, double precision, integer),
    queue.set_share(text, uuid, smallint, integer, double precision, integer)
to api_owner;

commit;
