-- Deploy howdah:queue/expire_leases to pg
-- requires: queue/cut

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
    return exists (select from queue.settlement as s where s.page_id = is_settled.page_id);
end
$$;

comment on function queue.is_settled is 'Whether the page has ended, one way or the other.';

create function queue.leased_until(page_id bigint)
returns timestamptz
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return greatest(
        (select l.leased_until from queue.lease as l where l.page_id = leased_until.page_id),
        (select max(h.leased_until) from queue.heartbeat as h where h.page_id = leased_until.page_id)
    );
end
$$;

comment on function queue.leased_until is 'Until when the page is leased, heartbeats included; null when it never was.';

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

-- How long to wait after a failed attempt: doubling from the base to the cap, plus or minus a fifth at random.
create function queue.backoff(attempt smallint, retry_base interval, retry_cap interval)
returns interval
language sql
volatile
as $$
    select make_interval(
        secs => least(
            extract(epoch from retry_cap), extract(epoch from retry_base) * power(2, least(attempt - 1, 30))
        ) * (0.8 + 0.4 * random())
    )
$$;

comment on function queue.backoff is 'The wait before the next attempt, with jitter.';

create function queue.expire_page(page_id bigint)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if not pg_try_advisory_xact_lock(queue.page_lock(page_id)) then
        return;
    elsif queue.leased_until(page_id) > core.now() then
        return;
    end if;

    insert into queue.settlement (page_id, is_expired)
    values (expire_page.page_id, true)
    on conflict do nothing;

    if found then
        perform queue.record_outcomes(
            expire_page.page_id,
            (
                select jsonb_agg(jsonb_build_object(
                    'job_id', a.job_id,
                    'outcome', 'failed',
                    'error', '{"type": "lease_expired", "message": "the worker did not settle before its lease ran out"}'::jsonb
                ))
                from queue.page as p
                    cross join lateral unnest(p.tenant_ids, p.job_ids) as a (tenant_id, job_id)
                where p.page_id = expire_page.page_id
                    and not exists (
                        select from queue.outcome as o
                        where o.tenant_id = a.tenant_id and o.job_id = a.job_id and o.page_id = p.page_id
                        offset 0
                    )
            )
        );
    end if;
end
$$;

comment on function queue.expire_page is
    'Ends a page whose lease has run out: each of its jobs has failed this attempt. Does nothing to one that is settled or still leased.';

create function queue.expire_leases(since timestamptz)
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
        select l.page_id
        from queue.lease as l
        where l.leased_until > since and l.leased_until <= v_now
            and not exists (select from queue.settlement as s where s.page_id = l.page_id)
        union
        select h.page_id
        from queue.heartbeat as h
        where h.leased_until > since and h.leased_until <= v_now
            and not exists (select from queue.settlement as s where s.page_id = h.page_id)
        order by 1
    loop
        perform queue.expire_page(v_page_id);
    end loop;
end
$$;

comment on function queue.expire_leases is 'Takes back every page whose lease ran out after the given time.';

commit;
