-- Deploy howdah:queue/settle to pg
-- requires: queue/record_outcomes

begin;

set local role queue_engine;

create function queue.check_lease(page_id bigint, lease_id uuid)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    if not exists (
        select
        from queue.lease as l
        where l.page_id = check_lease.page_id and l.lease_id = check_lease.lease_id
    )
        or queue.leased_until(page_id) <= core.now()
        or queue.is_settled(page_id)
    then
        raise exception using
            errcode = 'QU409',
            message = format('page %s is not leased under %s', page_id, lease_id),
            hint = 'The lease ran out or the page is settled; drop the results.';
    end if;
end
$$;

comment on function queue.check_lease is 'Raises QU409 unless the page is leased under this lease now and not settled.';

create function queue.heartbeat(page_id bigint, lease_id uuid)
returns timestamptz
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
    v_until timestamptz;
begin
    perform pg_advisory_xact_lock_shared(queue.page_lock(page_id));
    perform queue.check_lease(page_id, lease_id);

    select core.now() + q.lease
    into v_until
    from queue.page as p
        inner join queue.lane as l on l.lane_id = p.lane_id
        inner join queue.queue as q on q.name = l.queue
    where p.page_id = heartbeat.page_id;

    insert into queue.heartbeat (page_id, leased_until)
    values (heartbeat.page_id, v_until)
    on conflict do nothing;

    return v_until;
end
$$;

comment on function queue.heartbeat is 'Extends a lease by the lease time of the queue; tells until when. Raises QU409 when it is lost.';

create function queue.announce_succeeded(page_id bigint)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_ends jsonb;
begin
    select jsonb_agg(jsonb_build_object(
        'tenant_id', a.tenant_id, 'job_id', a.job_id, 'attempt', a.attempt, 'state', 'succeeded'
    ))
    into v_ends
    from queue.page as p
        cross join lateral unnest(p.tenant_ids, p.job_ids, p.attempts) as a (tenant_id, job_id, attempt)
    where p.page_id = announce_succeeded.page_id
        and p.is_announced
        and not exists (
            select from queue.outcome as o
            where o.tenant_id = a.tenant_id and o.job_id = a.job_id and o.page_id = p.page_id
            offset 0
        );

    if v_ends is not null then
        perform queue.announce_ends(page_id, v_ends);
    end if;
end
$$;

comment on function queue.announce_succeeded is 'Tells the hooks of the announced jobs of a page that have no outcome of their own: they succeeded.';

create function queue.settle(page_id bigint, lease_id uuid, results jsonb default '[]')
returns text[]
language plpgsql
volatile
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
    perform pulse.defer_rings();
    perform pg_advisory_xact_lock(queue.page_lock(page_id));
    perform queue.check_lease(page_id, lease_id);

    insert into queue.settlement (page_id)
    values (settle.page_id)
    on conflict do nothing;

    if not found then
        raise exception using
            errcode = 'QU409', message = format('page %s has just been taken back', page_id),
            hint = 'The lease ran out; drop the results.';
    end if;

    if results <> '[]' then
        perform queue.record_outcomes(page_id, results);
    end if;
    perform queue.announce_succeeded(page_id);
    return pulse.rings();
end
$$;

comment on function queue.settle is
    'Ends a page: its jobs have succeeded, but for those in results (job_id, outcome failed|dead|snoozed|released|cancelled, error, retry_in seconds) and those settled one by one. Gives the topics to ring after the commit. Raises QU409 when the lease is lost: then nothing of it counts.';

create function queue.ring(topics text[])
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select pulse.ring(d.t) from (select distinct t from unnest(topics) as t where t in ('queue', 'event')) as d
$$;

comment on function queue.ring is 'Wakes who sleeps on these topics; call it after the commit of what settle did.';

grant execute on function
    queue.heartbeat(bigint, uuid), queue.settle(bigint, uuid, jsonb), queue.ring(text[])
to howdah_worker;

commit;
