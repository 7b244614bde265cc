-- Deploy howdah:queue/list_queues to pg
-- requires: queue/claim
-- requires: ops/metric

begin;

set local role queue_engine;

create function queue.live_pages(queue_id integer)
returns setof queue.page
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
    return query
    select p.*
    from (
        select l.page_id
        from queue.page as l
        where l.queue_id = live_pages.queue_id and l.leased_until > core.now()
        union
        select h.page_id
        from queue.heartbeat as h
        where h.queue_id = live_pages.queue_id and h.leased_until > core.now()
    ) as l
        cross join lateral (select p.* from queue.page as p where p.page_id = l.page_id limit 1) as p
    where not exists (
        select from queue.settlement as s where s.page_id = p.page_id and s.job_id = 0
    );
end
$$;

comment on function queue.live_pages is 'The pages of a queue that workers hold now.';

create function queue.running(queue_id integer)
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (select coalesce(sum(queue.size_of(p)), 0) from queue.live_pages(queue_id) as p);
end
$$;

comment on function queue.running is 'How many jobs of a queue workers hold.';

create function queue.depth(queue_id integer, out priority smallint, out waiting bigint, out oldest_at timestamptz)
returns setof record
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
    v_turn queue.turn := queue.latest_turn(queue_id);
begin
    return query
    select
        p.no::smallint,
        v_turn.waiting[p.no],
        (
            select n.laid_at
            from queue.next_parts(v_turn, p.no, 1) as n
            where v_turn.waiting[p.no] > 0
                and (
                    n.tag > v_turn.tags[p.no] or n.backlog_id > v_turn.backlog_ids[p.no]
                    or n.size > v_turn.offsets[p.no]
                )
            limit 1
        )
    from generate_series(1, 4) as p (no);
end
$$;

comment on function queue.depth is 'How many jobs of a queue wait for their turn, and since when the next of them does, for each priority.';

create function queue.metrics()
returns setof ops.metric
language sql
stable
security definer
set search_path = ''
as $$
    select
        m.name, jsonb_build_object('queue', q.name, 'priority', d.priority::text), m.value, m.help, 'gauge'
    from queue.queue as q
        cross join lateral queue.depth(q.queue_id) as d
        cross join lateral (
            values
            ('howdah_queue_waiting_jobs', d.waiting::double precision, 'Jobs that wait for their turn.'),
            (
                'howdah_queue_oldest_wait_seconds',
                coalesce(extract(epoch from core.now() - d.oldest_at), 0)::double precision,
                'How long the jobs have waited whose turn is next.'
            )
        ) as m (name, value, help)
    union all
    select
        'howdah_queue_running_jobs', jsonb_build_object('queue', q.name),
        queue.running(q.queue_id)::double precision, 'Jobs that a worker holds.', 'gauge'
    from queue.queue as q
$$;

comment on function queue.metrics is 'How full each queue is, for ops.metrics.';
grant execute on function queue.metrics to ops_owner;
select ops.register_metrics('queue.metrics');

reset role;
grant execute on function queue.depth, queue.running to queue_owner;
set local role queue_owner;

create type queue.queue_view as (
    name text,
    state text,
    waiting_count bigint,
    running_count bigint
);
comment on type queue.queue_view is 'A queue and how full it is, over all tenants.';
comment on column queue.queue_view.name is 'The name of the queue.';
comment on column queue.queue_view.state is 'running, paused or draining.';
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
    select
        q.name::text, q.state, (select sum(d.waiting) from queue.depth(q.queue_id) as d)::bigint,
        queue.running(q.queue_id)
    from queue.queue as q
    order by q.name
$$;

comment on function queue.list_queues is 'The queues and how full they are.';
grant execute on function queue.list_queues to api_owner;

commit;
