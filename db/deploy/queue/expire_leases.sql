-- Deploy howdah:queue/expire_leases to pg
-- requires: queue/cut
-- requires: queue/settlement
-- requires: queue/outcome

begin;

set local role queue_engine;

create function queue.is_settled(page_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (select from queue.settlement as s where s.page_id = is_settled.page_id and s.job_id = 0);
end
$$;

comment on function queue.is_settled is 'Whether the page has ended, one way or the other.';

create function queue.leased_until(page queue.page)
returns timestamptz
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return greatest(
        page.leased_until,
        (select max(h.leased_until) from queue.heartbeat as h where h.page_id = page.page_id)
    );
end
$$;

comment on function queue.leased_until is 'Until when the page is leased, heartbeats included.';

create function queue.find_page(page_id bigint)
returns queue.page
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_page queue.page;
begin
    select p.* into v_page from queue.page as p where p.page_id = find_page.page_id;
    return v_page;
end
$$;

comment on function queue.find_page is 'A page; null when it never was or is no longer kept.';

-- Shared by those who settle single jobs of a page or keep its lease, exclusive to the one that
-- ends the page. Who waited for it looks at the lease afterwards, in a statement of its own.
create function queue.page_lock(page_id bigint)
returns bigint
language sql
immutable
as $$
    select hashtextextended('queue.page ' || page_id::text, 0)
$$;

comment on function queue.page_lock is 'The advisory lock of a page.';

create function queue.jobs_in(page queue.page)
returns table (tenant_id uuid, job_id bigint, attempt smallint, place bigint)
language sql
immutable
set search_path = ''
as $$
    select s.tenant_id, s.job_id + n, s.attempt, row_number() over (order by s.place, n)
    from unnest(page.tenant_ids, page.job_ids, page.sizes, page.attempts)
        with ordinality as s (tenant_id, job_id, size, attempt, place)
        cross join generate_series(0, s.size - 1) as n
$$;

comment on function queue.jobs_in is 'The jobs of a page one by one, in its order.';

-- How long to wait after a failed attempt, plus or minus the jitter at random.
create function queue.backoff(queue queue.queue, attempt smallint)
returns interval
language sql
volatile
set search_path = ''
as $$
    select make_interval(
        secs => least(
            extract(epoch from (queue).retry_cap),
            extract(epoch from (queue).retry_base) * case (queue).retry_strategy
                when 'exponential' then power(2, least(attempt - 1, 30))
                when 'linear' then attempt
                else 1
            end
        ) * (1 + (queue).retry_jitter * (2 * random() - 1))
    )
$$;

comment on function queue.backoff is 'The wait before the next attempt, with jitter.';

-- Whoever holds the lock is settling something in this page at this moment: it is looked at again.
create function queue.end_page(page queue.page, error jsonb)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.settlement (page_id, is_expired)
    values (page.page_id, true)
    on conflict do nothing;
    if found then
        perform queue.record_outcomes(
            page,
            (
                select jsonb_agg(jsonb_build_object('job_id', j.job_id, 'outcome', 'failed', 'error', error))
                from queue.jobs_in(page) as j
                where j.job_id not in (
                    select s.job_id from queue.settlement as s where s.page_id = page.page_id
                )
            ),
            is_suspect => true
        );
        if page.is_gated then
            perform queue.release(page);
        end if;
    end if;
end
$$;

comment on function queue.end_page is
    'Ends a page without its worker: each job that is not settled yet has failed this attempt, and runs alone in the next. The caller holds the lock of the page.';

create function queue.expire_page(page_id bigint)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_page queue.page;
begin
    if not pg_try_advisory_xact_lock(queue.page_lock(page_id)) then
        insert into queue.heartbeat (page_id, queue_id, leased_until)
        select p.page_id, p.queue_id, core.now() + interval '1 second'
        from queue.find_page(page_id) as p;
        return;
    end if;
    v_page := queue.find_page(page_id);
    if queue.leased_until(v_page) > core.now() then
        return;
    end if;
    perform queue.end_page(
        v_page, '{"type": "lease_expired", "message": "the worker did not settle before its lease ran out"}'
    );
end
$$;

comment on function queue.expire_page is
    'Ends a page whose lease has run out: each of its jobs has failed this attempt, and runs alone in the next. Does nothing to one that is settled or still leased.';

create function queue.expire_leases(queue_id integer, since timestamptz)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_page_id bigint;
    v_now timestamptz := core.now();
begin
    for v_page_id in
        select p.page_id
        from queue.page as p
        where p.queue_id = expire_leases.queue_id and p.leased_until > since and p.leased_until <= v_now
            and not exists (
                select from queue.settlement as s where s.page_id = p.page_id and s.job_id = 0
            )
        union
        select h.page_id
        from queue.heartbeat as h
        where h.queue_id = expire_leases.queue_id and h.leased_until > since and h.leased_until <= v_now
            and not exists (
                select from queue.settlement as s where s.page_id = h.page_id and s.job_id = 0
            )
        order by 1
    loop
        perform queue.expire_page(v_page_id);
    end loop;
end
$$;

comment on function queue.expire_leases is 'Takes back every page of a queue whose lease ran out after the given time.';

create function queue.has_expired_lease(queue_id integer, since timestamptz)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from (
            select p.page_id
            from queue.page as p
            where p.queue_id = has_expired_lease.queue_id and p.leased_until > since and p.leased_until <= core.now()
            union all
            select h.page_id
            from queue.heartbeat as h
            where h.queue_id = has_expired_lease.queue_id and h.leased_until > since and h.leased_until <= core.now()
        ) as l
        where not exists (
                select from queue.settlement as s where s.page_id = l.page_id and s.job_id = 0
            )
            and queue.leased_until(queue.find_page(l.page_id)) <= core.now()
    );
end
$$;

comment on function queue.has_expired_lease is 'Whether expire_leases would find a page.';

commit;
