-- Deploy howdah:queue/claim to pg
-- requires: queue/cut
-- requires: queue/record_outcomes
-- requires: queue/handler

begin;

set local role queue_engine;

create function queue.hint(lane_id integer)
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return coalesce(pg_sequence_last_value(format('queue.lane_%s_hint', lane_id)::regclass), 0);
end
$$;

comment on function queue.hint is 'The number below which every page of the lane is leased.';

-- The try-lock keeps claimers out of each other's way, the key of the lease table decides. The
-- hint moves to the lowest page that looks free: one that another transaction is just leasing
-- looks free too, so if that transaction fails the page is still found.
create function queue.lease_page(lane_id integer, worker text, lease interval)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_hint bigint := queue.hint(lane_id);
    v_lowest bigint;
    v_page_id bigint;
begin
    for v_page_id in
        select p.page_id
        from queue.page as p
        where p.lane_id = lease_page.lane_id
            and p.page_id >= v_hint
            and not exists (select from queue.lease as l where l.page_id = p.page_id)
        order by p.page_id
        limit 32
    loop
        v_lowest := coalesce(v_lowest, v_page_id);
        continue when not pg_try_advisory_xact_lock(queue.page_lock(v_page_id));

        insert into queue.lease (page_id, leased_until, worker)
        values (v_page_id, core.now() + lease, worker)
        on conflict do nothing;

        if found then
            if v_lowest > v_hint then
                perform setval(format('queue.lane_%s_hint', lane_id)::regclass, v_lowest);
            end if;
            return v_page_id;
        end if;
    end loop;

    return null;
end
$$;

comment on function queue.lease_page is 'Leases the next page of a lane to a worker; null when there is none.';

create function queue.take_page(queues text[], worker text)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_lane record;
    v_page_id bigint;
begin
    for v_lane in
        select l.lane_id, q.lease
        from queue.lane as l
            inner join queue.queue as q on q.name = l.queue
        where q.name = any (queues) and not q.is_paused
        order by l.priority, random()
    loop
        v_page_id := queue.lease_page(v_lane.lane_id, worker, v_lane.lease);
        exit when v_page_id is not null;
    end loop;

    return v_page_id;
end
$$;

comment on function queue.take_page is 'Leases the next page of these queues to a worker, higher priorities first; null when there is none.';

-- One look at the range of the page's numbers: cancellations are few.
create function queue.may_be_cancelled(page_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_page queue.page;
begin
    select p.* into v_page from queue.page as p where p.page_id = may_be_cancelled.page_id;

    return exists (
        select
        from queue.cancellation as c
        where c.tenant_id = any (v_page.tenant_ids)
            and c.job_id >= (select min(n) from unnest(v_page.job_ids) as n)
            and c.job_id <= (select max(n) from unnest(v_page.job_ids) as n)
    );
end
$$;

comment on function queue.may_be_cancelled is 'Whether any job near those of the page, of the same tenants, was cancelled.';

-- Jobs that were cancelled while they waited are not handed out; their outcome says so.
create function queue.drop_cancelled(page_id bigint)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_results jsonb;
begin
    if not queue.may_be_cancelled(page_id) then
        return false;
    end if;

    select jsonb_agg(jsonb_build_object('job_id', a.job_id, 'outcome', 'cancelled'))
    into v_results
    from queue.page as p
        cross join lateral unnest(p.tenant_ids, p.job_ids, p.attempts) as a (tenant_id, job_id, attempt)
    where p.page_id = drop_cancelled.page_id
        and exists (
            select from queue.cancellation as c
            where c.tenant_id = a.tenant_id and c.job_id = a.job_id and c.attempt >= a.attempt
            offset 0
        );

    if v_results is not null then
        perform queue.record_outcomes(drop_cancelled.page_id, v_results);
    end if;
    return v_results is not null;
end
$$;

comment on function queue.drop_cancelled is 'Gives the cancelled jobs of a page their outcome; whether there were any.';

create function queue.jobs_of_page(leased_page_id bigint, has_outcomes boolean)
returns table (
    page_id bigint, lease_id uuid, leased_until timestamptz, tenant_id uuid, job_id bigint, queue text, kind text,
    attempt smallint, max_attempts smallint, payload text, trace text, sql_handler text
)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select
        p.page_id, l.lease_id, l.leased_until, a.tenant_id, a.job_id, j.queue::text, j.kind::text, a.attempt,
        coalesce(j.max_attempts, q.max_attempts), j.payload::text, j.trace, h.function_name
    from queue.page as p
        inner join queue.lease as l on l.page_id = p.page_id
        cross join lateral unnest(p.tenant_ids, p.job_ids, p.attempts) with ordinality as a (tenant_id, job_id, attempt, place)
        cross join lateral (
            select j.queue, j.kind, j.max_attempts, j.payload, j.trace
            from queue.job as j
            where j.tenant_id = a.tenant_id and j.job_id = a.job_id
            limit 1
        ) as j
        inner join queue.queue as q on q.name = j.queue
        left join queue.handler as h on h.kind = j.kind
    where p.page_id = jobs_of_page.leased_page_id
        and (
            not has_outcomes
            or not exists (
                select from queue.outcome as o
                where o.tenant_id = a.tenant_id and o.job_id = a.job_id and o.page_id = p.page_id
                offset 0
            )
        )
    order by a.place;
end
$$;

comment on function queue.jobs_of_page is
    'The jobs of a leased page that are to run, with all that a worker needs. has_outcomes: some have an outcome already and are left out.';

-- Who had to wait for another cutter looks for that one's pages first.
create function queue.cut_page(queues text[], worker text)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_page_id bigint;
begin
    if queue.lock_cutting() then
        v_page_id := queue.take_page(queues, worker);
    end if;

    if v_page_id is null and queue.cut() > 0 then
        v_page_id := queue.take_page(queues, worker);
    end if;

    return v_page_id;
end
$$;

comment on function queue.cut_page is 'Cuts new pages and leases the first of them to a worker; null when there is nothing to cut.';

create function queue.claim(queues text[], worker text, pages integer default 1)
returns table (
    page_id bigint, lease_id uuid, leased_until timestamptz, tenant_id uuid, job_id bigint, queue text, kind text,
    attempt smallint, max_attempts smallint, payload text, trace text, sql_handler text
)
language plpgsql
volatile
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
    v_page_id bigint;
    v_has_outcomes boolean;
begin
    for i in 1 .. pages loop
        v_page_id := queue.take_page(queues, worker);

        if v_page_id is null and i = 1 then
            v_page_id := queue.cut_page(queues, worker);
        end if;

        exit when v_page_id is null;
        v_has_outcomes := queue.drop_cancelled(v_page_id);
        return query select j.* from queue.jobs_of_page(v_page_id, v_has_outcomes) as j;

        if not found then
            insert into queue.settlement (page_id) values (v_page_id) on conflict do nothing;
        end if;
    end loop;
end
$$;

comment on function queue.claim is
    'Leases up to so many pages of these queues to a worker and gives their jobs, one row each; cuts new pages when there are none. Nothing: call queue.rest. A page whose jobs were all cancelled is settled here and gives nothing.';
grant execute on function queue.claim to howdah_worker;

commit;
