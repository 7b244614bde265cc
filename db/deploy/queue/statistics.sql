-- Deploy howdah:queue/statistics to pg
-- requires: queue/take_back
-- requires: queue/list_blocked_keys
-- requires: ops/metric

begin;

set local role queue_owner;

create type queue.end_sample as (
    page_id bigint,
    tenant_id uuid,
    size smallint,
    state text,
    leased_at timestamptz,
    settled_at timestamptz,
    wait double precision,
    run double precision
);
comment on type queue.end_sample is 'Attempts that ended a short time ago.';
comment on column queue.end_sample.page_id is 'Their page.';
comment on column queue.end_sample.tenant_id is 'Whose jobs.';
comment on column queue.end_sample.size is 'How many.';
comment on column queue.end_sample.state is 'How they ended.';
comment on column queue.end_sample.leased_at is 'When a worker got them.';
comment on column queue.end_sample.settled_at is 'When they ended.';
comment on column queue.end_sample.wait is 'How many seconds they had waited since they were accepted, or due; null for later attempts.';
comment on column queue.end_sample.run is 'How many seconds it took from there to the end of the attempt.';

create type queue.statistic as (
    tenant_id uuid,
    succeeded_rate double precision,
    failed_rate double precision,
    dead_rate double precision,
    other_rate double precision,
    wait_p50 double precision,
    wait_p95 double precision,
    wait_p99 double precision,
    run_p50 double precision,
    run_p95 double precision,
    run_p99 double precision,
    sample_count bigint
);
comment on type queue.statistic is 'How jobs went a short time ago.';
comment on column queue.statistic.tenant_id is 'Whose jobs; null for those of all tenants together.';
comment on column queue.statistic.succeeded_rate is 'How many succeeded in a second.';
comment on column queue.statistic.failed_rate is 'How many attempts failed in a second and are followed by another.';
comment on column queue.statistic.dead_rate is 'How many died in a second.';
comment on column queue.statistic.other_rate is 'How many were snoozed, released or cancelled in a second.';
comment on column queue.statistic.wait_p50 is 'How many seconds half of the jobs waited at most.';
comment on column queue.statistic.wait_p95 is 'How many seconds 95 of 100 waited at most.';
comment on column queue.statistic.wait_p99 is 'How many seconds 99 of 100 waited at most.';
comment on column queue.statistic.run_p50 is 'How many seconds it took at most, for half of the attempts, from when a worker had them to their end.';
comment on column queue.statistic.run_p95 is 'The same for 95 of 100.';
comment on column queue.statistic.run_p99 is 'The same for 99 of 100.';
comment on column queue.statistic.sample_count is 'How many jobs were looked at.';
grant usage on type queue.end_sample to queue_engine;
grant usage on type queue.statistic to queue_engine, api_owner;

reset role;
set local role queue_engine;

-- The newest pages lead to the ends, by the keys: nothing is counted while jobs run.
create function queue.recent_ends(queue_id integer, span interval, pages integer)
returns setof queue.end_sample
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
    select
        p.page_id, o.tenant_id, o.size, o.state, p.leased_at, o.settled_at,
        case when o.attempt = 1 then
            extract(epoch from p.leased_at - greatest(l.enqueued_at, nullif(l.run_at, 'infinity')))
        end::double precision,
        extract(epoch from o.settled_at - p.leased_at)::double precision
    from (
        (
            select n.page_id
            from queue.page as n
            where n.queue_id = recent_ends.queue_id and n.leased_until > core.now() - span
            order by n.leased_until desc
            limit pages
        )
        union
        (
            select h.page_id
            from queue.heartbeat as h
            where h.queue_id = recent_ends.queue_id and h.leased_until > core.now() - span
            order by h.leased_until desc
            limit pages
        )
    ) as r
        cross join lateral (select p.* from queue.page as p where p.page_id = r.page_id limit 1) as p
        cross join lateral unnest(p.tenant_ids, p.job_ids, p.sizes) as s (tenant_id, job_id, size)
        cross join lateral (
            select o.*
            from queue.outcome as o
            where o.tenant_id = s.tenant_id and o.job_id >= s.job_id and o.job_id < s.job_id + s.size
                and o.page_id = p.page_id
            offset 0
        ) as o
        cross join lateral (
            select l.enqueued_at, l.run_at
            from queue.lot as l
            where l.tenant_id = s.tenant_id and l.job_id = s.job_id & -128
            limit 1
        ) as l
    where o.settled_at > core.now() - span
    limit 10000;
end
$$;

comment on function queue.recent_ends is
    'Attempts in a queue that ended within a span, as far as the newest pages show them: so many pages, ten thousand outcomes at most.';

create function queue.quantile("values" double precision[], weights bigint[], quantile double precision)
returns double precision
language sql
immutable
set search_path = ''
as $$
    select c.value
    from (
        select
            v.value, sum(v.weight) over (order by v.value rows unbounded preceding) as running,
            sum(v.weight) over () as total
        from unnest("values", weights) as v (value, weight)
        where v.value is not null
    ) as c
    where c.running >= quantile * c.total
    order by c.value
    limit 1
$$;

comment on function queue.quantile is 'The least of weighted values that so large a part of the weights does not exceed.';

create function queue.summarize(queue_id integer, span interval, pages integer, by_tenant boolean)
returns setof queue.statistic
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_ends queue.end_sample[] := array(select e from queue.recent_ends(queue_id, span, pages) as e);
    v_seconds double precision := extract(epoch from span);
begin
    if (select count(distinct e.page_id) >= pages or count(*) >= 10000 from unnest(v_ends) as e) then
        v_seconds := (select extract(epoch from core.now() - min(e.leased_at)) from unnest(v_ends) as e);
    end if;
    return query
    select
        g.tenant_id, g.succeeded / v_seconds, g.failed / v_seconds, g.dead / v_seconds, g.others / v_seconds,
        queue.quantile(g.waits, g.sizes, 0.5), queue.quantile(g.waits, g.sizes, 0.95),
        queue.quantile(g.waits, g.sizes, 0.99), queue.quantile(g.runs, g.sizes, 0.5),
        queue.quantile(g.runs, g.sizes, 0.95), queue.quantile(g.runs, g.sizes, 0.99),
        g.succeeded + g.failed + g.dead + g.others
    from (
        select
            t.tenant_id,
            coalesce(sum(e.size) filter (where e.state = 'succeeded'), 0) as succeeded,
            coalesce(sum(e.size) filter (where e.state = 'failed'), 0) as failed,
            coalesce(sum(e.size) filter (where e.state = 'dead'), 0) as dead,
            coalesce(sum(e.size) filter (where e.state in ('snoozed', 'released', 'cancelled')), 0) as others,
            array_agg(e.wait) as waits, array_agg(e.run) as runs, array_agg(e.size::bigint) as sizes
        from unnest(v_ends) as e
            cross join lateral (select case when by_tenant then e.tenant_id end as tenant_id) as t
        group by t.tenant_id
    ) as g
    order by g.succeeded + g.failed + g.dead + g.others desc;
end
$$;

comment on function queue.summarize is
    'How jobs of a queue went within a span, all together or for each tenant, the busiest first. Where there was more than is looked at, rates are those of the time since the first page that is.';

create function queue.statistics(queue text, by_tenant boolean default false, span interval default '1 minute')
returns setof queue.statistic
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_queue_id integer := queue.queue_id_of(queue);
begin
    if coalesce(span not between interval '1 second' and interval '30 minutes', true) then
        raise exception using
            errcode = 'QU422', message = 'a span is 1 second to 30 minutes', column = 'seconds';
    end if;
    return query select s.* from queue.summarize(v_queue_id, span, 1000, by_tenant) as s;
end
$$;

comment on function queue.statistics is
    'How many jobs of a queue ended in a second and how long they waited and ran, within a span: all together, or for each tenant, the busiest first; from the newest thousand pages. Raises QU404, QU422.';

create function queue.waiting_tenants(queue text, "limit" integer default 100)
returns table (tenant_id uuid, waiting_count bigint, waiting_since timestamptz)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_turn queue.turn := queue.latest_turn(queue.queue_id_of(queue));
begin
    return query
    select b.tenant_id, sum(b.size - b.gone)::bigint, min(b.laid_at)
    from generate_series(1, 4) as p (priority)
        cross join lateral (
            select
                n.tenant_id, n.size, n.laid_at,
                case when n.tag = v_turn.tags[p.priority] and n.backlog_id = v_turn.backlog_ids[p.priority]
                    then v_turn.offsets[p.priority] else 0 end as gone
            from queue.next_parts(v_turn, p.priority, 2500) as n
            where v_turn.waiting[p.priority] > 0
        ) as b
    where b.size > b.gone
    group by b.tenant_id
    order by sum(b.size - b.gone) desc
    limit waiting_tenants."limit";
end
$$;

comment on function queue.waiting_tenants is
    'Whose jobs wait for their turn in a queue, how many and since when: those with most first, from the 2,500 parts of each priority that come next. Raises QU404.';

create function queue.statistic_metrics()
returns setof ops.metric
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select m.name, jsonb_build_object('queue', q.name) || m.labels, m.value, m.help, 'gauge'
    from queue.queue as q
        left join lateral queue.summarize(q.queue_id, '1 minute', 200, false) as s on true
        cross join lateral (
            select
                'howdah_queue_ended_jobs_per_second' as name, jsonb_build_object('outcome', r.outcome) as labels,
                coalesce(r.rate, 0) as value, 'Attempts that ended within the last minute, by outcome.' as help
            from (
                values
                ('succeeded', s.succeeded_rate), ('failed', s.failed_rate), ('dead', s.dead_rate), ('other', s.other_rate)
            ) as r (outcome, rate)
            union all
            select
                'howdah_queue_wait_seconds', jsonb_build_object('quantile', w.quantile), w.seconds,
                'How long jobs waited that ended within the last minute.'
            from (values ('0.5', s.wait_p50), ('0.95', s.wait_p95), ('0.99', s.wait_p99)) as w (quantile, seconds)
            union all
            select
                'howdah_queue_run_seconds', jsonb_build_object('quantile', w.quantile), w.seconds,
                'How long jobs ran that ended within the last minute.'
            from (values ('0.5', s.run_p50), ('0.95', s.run_p95), ('0.99', s.run_p99)) as w (quantile, seconds)
            union all
            select
                'howdah_queue_parked_jobs', jsonb_build_object('gate', p.gate), p.parked_count,
                'Jobs that wait at gates: for an order, for limits, for their tenant to be active.'
            from queue.count_parked(q.queue_id) as p
        ) as m
    where m.value is not null;
end
$$;

comment on function queue.statistic_metrics is
    'How fast each queue goes, how long jobs wait and run, and what gates keep, for ops.metrics.';
grant execute on function queue.statistic_metrics to ops_owner;
select ops.register_metrics('queue.statistic_metrics');

grant execute on function queue.statistics(text, boolean, interval), queue.waiting_tenants(text, integer)
to api_owner, queue_owner;
grant execute on function queue.running(integer), queue.depth(integer) to queue_owner;

reset role;
set local role queue_owner;

create view queue.overview
with (security_invoker = true)
as
select
    q.name as queue, q.state, d.waiting_count, queue.running(q.queue_id) as running_count, d.oldest_wait,
    s.succeeded_rate, s.failed_rate, s.dead_rate, s.other_rate, s.wait_p50, s.wait_p95, s.wait_p99, s.run_p50,
    s.run_p95, s.run_p99, s.sample_count
from queue.queue as q
    cross join lateral (
        select sum(p.waiting)::bigint as waiting_count, core.now() - min(p.oldest_at) as oldest_wait
        from queue.depth(q.queue_id) as p
    ) as d
    left join lateral queue.statistics(q.name) as s on true;

comment on view queue.overview is
    'The queues as they are: how much waits and since when, how much runs, and what queue.statistics says of the last minute.';
comment on column queue.overview.queue is 'The queue.';
comment on column queue.overview.state is 'running, paused or draining.';
comment on column queue.overview.waiting_count is 'How many jobs wait for their turn.';
comment on column queue.overview.running_count is 'How many jobs workers hold.';
comment on column queue.overview.oldest_wait is 'How long the ones have waited whose turn is next; null when none waits.';
comment on column queue.overview.succeeded_rate is 'How many succeeded in a second.';
comment on column queue.overview.failed_rate is 'How many attempts failed in a second and are followed by another.';
comment on column queue.overview.dead_rate is 'How many died in a second.';
comment on column queue.overview.other_rate is 'How many were snoozed, released or cancelled in a second.';
comment on column queue.overview.wait_p50 is 'How many seconds half of the jobs waited at most.';
comment on column queue.overview.wait_p95 is 'How many seconds 95 of 100 waited at most.';
comment on column queue.overview.wait_p99 is 'How many seconds 99 of 100 waited at most.';
comment on column queue.overview.run_p50 is 'How many seconds half of the attempts took at most.';
comment on column queue.overview.run_p95 is 'How many seconds 95 of 100 took at most.';
comment on column queue.overview.run_p99 is 'How many seconds 99 of 100 took at most.';
comment on column queue.overview.sample_count is 'How many jobs of the last minute were looked at; null when none ended.';

create view queue.tenant_overview
with (security_invoker = true)
as
select
    q.name as queue, t.*
from queue.queue as q
    cross join lateral (
        select
            coalesce(w.tenant_id, s.tenant_id) as tenant_id, coalesce(w.waiting_count, 0) as waiting_count,
            core.now() - w.waiting_since as oldest_wait, s.succeeded_rate, s.failed_rate, s.dead_rate, s.other_rate,
            s.wait_p50, s.wait_p95, s.wait_p99, s.run_p50, s.run_p95, s.run_p99, s.sample_count
        from queue.waiting_tenants(q.name, 1000) as w
            full join queue.statistics(q.name, true) as s on s.tenant_id = w.tenant_id
    ) as t;

comment on view queue.tenant_overview is
    'The same for each tenant of each queue, as far as queue.waiting_tenants and queue.statistics look.';
comment on column queue.tenant_overview.queue is 'The queue.';
comment on column queue.tenant_overview.tenant_id is 'The tenant.';
comment on column queue.tenant_overview.waiting_count is 'How many of its jobs wait for their turn.';
comment on column queue.tenant_overview.oldest_wait is 'How long the first of them has waited; null when none waits.';
comment on column queue.tenant_overview.succeeded_rate is 'How many succeeded in a second.';
comment on column queue.tenant_overview.failed_rate is 'How many attempts failed in a second and are followed by another.';
comment on column queue.tenant_overview.dead_rate is 'How many died in a second.';
comment on column queue.tenant_overview.other_rate is 'How many were snoozed, released or cancelled in a second.';
comment on column queue.tenant_overview.wait_p50 is 'How many seconds half of the jobs waited at most.';
comment on column queue.tenant_overview.wait_p95 is 'How many seconds 95 of 100 waited at most.';
comment on column queue.tenant_overview.wait_p99 is 'How many seconds 99 of 100 waited at most.';
comment on column queue.tenant_overview.run_p50 is 'How many seconds half of the attempts took at most.';
comment on column queue.tenant_overview.run_p95 is 'How many seconds 95 of 100 took at most.';
comment on column queue.tenant_overview.run_p99 is 'How many seconds 99 of 100 took at most.';
comment on column queue.tenant_overview.sample_count is 'How many jobs of the last minute were looked at; null when none ended.';

commit;
