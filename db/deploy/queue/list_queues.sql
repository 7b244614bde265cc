-- Deploy howdah:queue/list_queues to pg
-- requires: queue/claim
-- requires: ops/metric

begin;

set local role queue_engine;

create function queue.depth(lane_id integer, out waiting bigint, out running bigint, out oldest_at timestamptz)
returns record
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
    v_lowest bigint := least(
        queue.hint(depth.lane_id),
        (select min(l.page_id) from queue.lease as l where l.leased_until > core.now() - interval '1 minute')
    );
begin
    select
        coalesce(sum(cardinality(p.job_ids)) filter (where l.page_id is null), 0),
        coalesce(sum(cardinality(p.job_ids)) filter (where l.page_id is not null), 0),
        min(p.cut_at) filter (where l.page_id is null)
    into waiting, running, oldest_at
    from queue.page as p
        left join queue.lease as l on l.page_id = p.page_id
    where p.lane_id = depth.lane_id
        and p.page_id >= v_lowest
        and not exists (select from queue.settlement as s where s.page_id = p.page_id);
end
$$;

comment on function queue.depth is 'How many jobs of a lane wait in pages and run, and since when the oldest page waits.';

create function queue.metrics()
returns setof ops.metric
language sql
stable
security definer
set search_path = ''
as $$
    select m.name, jsonb_build_object('queue', l.queue, 'priority', l.priority::text), m.value, m.help, 'gauge'
    from queue.lane as l
        cross join lateral queue.depth(l.lane_id) as d
        cross join lateral (
            values
            ('howdah_queue_waiting_jobs', d.waiting::double precision, 'Jobs that wait in pages.'),
            ('howdah_queue_running_jobs', d.running::double precision, 'Jobs that a worker holds.'),
            (
                'howdah_queue_oldest_wait_seconds',
                coalesce(extract(epoch from core.now() - d.oldest_at), 0)::double precision,
                'How long the oldest page has waited.'
            )
        ) as m (name, value, help)
$$;

comment on function queue.metrics is 'How full each lane is, for ops.metrics.';
grant execute on function queue.metrics to ops_owner;
select ops.register_metrics('queue.metrics');

reset role;
grant execute on function queue.depth to queue_owner;
set local role queue_owner;

create type queue.queue_view as (
    name text,
    is_paused boolean,
    waiting_count bigint,
    running_count bigint
);
comment on type queue.queue_view is 'A queue and how full it is, over all tenants.';
comment on column queue.queue_view.name is 'The name of the queue.';
comment on column queue.queue_view.is_paused is 'While true nothing is claimed from it.';
comment on column queue.queue_view.waiting_count is 'How many jobs wait in it.';
comment on column queue.queue_view.running_count is 'How many jobs run.';
grant usage on type queue.queue_view to api_owner;

create function queue.list_queues()
returns setof queue.queue_view
language sql
stable
security definer
set search_path = ''
as $$
    select q.name::text, q.is_paused, sum(d.waiting)::bigint, sum(d.running)::bigint
    from queue.queue as q
        inner join queue.lane as l on l.queue = q.name
        cross join lateral queue.depth(l.lane_id) as d
    group by q.name
    order by q.name
$$;

comment on function queue.list_queues is 'The queues and how full they are.';
grant execute on function queue.list_queues to api_owner;

commit;
