-- Deploy howdah:queue/claim to pg
-- requires: queue/deal
-- requires: queue/handler

begin;

set local role queue_engine;

create function queue.has_work(queue_id integer)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_turn queue.turn := queue.latest_turn(queue_id);
begin
    if queue.has_expired_lease(queue_id, v_turn.turned_at - interval '5 seconds') then
        return true;
    end if;
    return queue.room_in((select q from queue.queue as q where q.queue_id = has_work.queue_id), 1) > 0 and (
        v_turn.waiting <> '{0,0,0,0}'
        or queue.has_fresh_attempts(v_turn)
        or not v_turn.suspended <@ tenancy.suspended_tenants()
    );
end
$$;

comment on function queue.has_work is 'Whether a claim made now would find anything in the queue.';

-- Turns of a queue are made one after the other. Who holds the lock of one queue waits for no other
-- one, so that no two can wait for each other.
create function queue.lock_turns(queue_id integer, may_wait boolean)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    c_turns constant integer := 1366647124;
begin
    if may_wait then
        perform pg_advisory_xact_lock(c_turns, queue_id);
        return true;
    end if;
    return pg_try_advisory_xact_lock(c_turns, queue_id);
end
$$;

comment on function queue.lock_turns is
    'Keeps others from making turns of a queue until the end of the transaction; false when another does and this one may not wait.';

create function queue.deal_some(queue queue.queue, worker text, jobs integer)
returns queue.page
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_page queue.page;
begin
    loop
        v_page := queue.deal(queue, worker, least(jobs, queue.page_size));
        exit when v_page.page_id is null or v_page.job_ids <> '{}';
    end loop;
    return v_page;
end
$$;

comment on function queue.deal_some is 'Deals until there is a page with jobs in it; null when nothing waits any more.';

-- A claim that a crash of the server undoes is made again; what follows from it is only ever written
-- after it. So its commit need not wait for the disk.
create function queue.take(queues text[], worker text, jobs integer, out page queue.page, out queue queue.queue)
returns record
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
    v_is_free boolean := true;
begin
    perform pulse.hurry();
    if cardinality(queues) = 1 then
        select q.* into queue from queue.queue as q where q.name = queues[1] and q.state <> 'paused';
        if found and queue.lock_turns(queue.queue_id, true) then
            page := queue.deal_some(queue, worker, jobs);
        end if;
        return;
    end if;
    for queue in
        select q.*
        from queue.queue as q
        where q.name = any (queues) and q.state <> 'paused'
        order by random()
    loop
        continue when not queue.has_work(queue.queue_id);
        continue when not queue.lock_turns(queue.queue_id, v_is_free);
        v_is_free := false;
        page := queue.deal_some(queue, worker, jobs);
        exit when page.page_id is not null;
    end loop;
end
$$;

comment on function queue.take is
    'Leases the jobs whose turn is next in one of these queues to a worker, as a page of that queue; page_id is null when there are none.';

create function queue.claim(queues text[], worker text, jobs integer default 100)
returns table (
    page_id bigint, lease_id uuid, leased_until timestamptz, tenant_id uuid, job_id bigint, queue text, kind text,
    attempt smallint, max_attempts smallint, payload text, trace text, deadline_at timestamptz, sql_handler text
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
    v_taken record := queue.take(queues, worker, jobs);
    v_page queue.page := v_taken.page;
    v_queue queue.queue := v_taken.queue;
begin
    if v_page.page_id is null then
        return;
    end if;
    return query
    select
        v_page.page_id, v_page.lease_id, v_page.leased_until, s.tenant_id, s.job_id + j.place - 1, v_queue.name::text,
        l.kind::text, s.attempt, coalesce(l.max_attempts, v_queue.max_attempts), j.payload::text, l.trace, l.deadline_at,
        h.function_name
    from unnest(v_page.tenant_ids, v_page.job_ids, v_page.sizes, v_page.attempts)
            as s (tenant_id, job_id, size, attempt)
        cross join lateral (
            select l.*
            from queue.lot as l
            where l.tenant_id = s.tenant_id and l.job_id = s.job_id & -128
            limit 1
        ) as l
        left join queue.handler as h on h.kind = l.kind
        cross join lateral unnest(l.payloads[s.job_id % 128 + 1 : s.job_id % 128 + s.size])
            with ordinality as j (payload, place);
end
$$;

comment on function queue.claim is
    'Leases jobs to a worker as one page of at most so many and at most the page size of the queue, and gives them; no rows when there is nothing to do. The worker settles the page before leased_until, or keeps it with heartbeats.';

create function queue.claim_slices(queues text[], worker text, jobs integer default 100)
returns table (
    page_id bigint, lease_id uuid, leased_until timestamptz, tenant_id uuid, job_id bigint, attempt smallint,
    queue text, kind text, max_attempts smallint, payloads text, trace text, deadline_at timestamptz, sql_handler text,
    http_handler jsonb, is_suspect boolean
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
    v_taken record := queue.take(queues, worker, jobs);
    v_page queue.page := v_taken.page;
    v_queue queue.queue := v_taken.queue;
begin
    if v_page.page_id is null then
        return;
    end if;
    return query
    select
        v_page.page_id, v_page.lease_id, v_page.leased_until, s.tenant_id, s.job_id, s.attempt, v_queue.name::text,
        l.kind::text, coalesce(l.max_attempts, v_queue.max_attempts),
        array_to_json(l.payloads[s.job_id % 128 + 1 : s.job_id % 128 + s.size])::text, l.trace, l.deadline_at,
        h.function_name,
        case when h.url is not null then jsonb_build_object(
            'url', h.url, 'timeout', extract(epoch from h.timeout), 'secret', h.secret
        ) end,
        v_page.is_suspect
    from unnest(v_page.tenant_ids, v_page.job_ids, v_page.sizes, v_page.attempts)
            as s (tenant_id, job_id, size, attempt)
        cross join lateral (
            select l.*
            from queue.lot as l
            where l.tenant_id = s.tenant_id and l.job_id = s.job_id & -128
            limit 1
        ) as l
        left join queue.handler as h on h.kind = l.kind;
end
$$;

comment on function queue.claim_slices is
    'As queue.claim, but gives jobs that follow each other in one lot as one row: job_id is the first, payloads a JSON array with one element for each. http_handler has url, timeout in seconds and secret where jobs are pushed. is_suspect: this one job may have killed its last worker; nothing else should run in its process.';

grant execute on function
    queue.claim(text[], text, integer), queue.claim_slices(text[], text, integer)
to howdah_worker;

commit;
