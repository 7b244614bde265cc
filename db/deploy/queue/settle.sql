-- Deploy howdah:queue/settle to pg
-- requires: queue/record_outcomes

begin;

set local role queue_engine;

create function queue.check_lease(page queue.page, page_id bigint, lease_id uuid)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    if page.lease_id is distinct from check_lease.lease_id
        or (page.leased_until <= core.now() and queue.leased_until(page) <= core.now())
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

create function queue.heartbeat(page_id bigint, lease_id uuid, out leased_until timestamptz, out stop bigint[])
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
    v_page queue.page;
begin
    perform pg_advisory_xact_lock_shared(queue.page_lock(page_id));
    v_page := queue.find_page(page_id);
    perform queue.check_lease(v_page, page_id, lease_id);
    select core.now() + q.lease into leased_until from queue.queue as q where q.queue_id = v_page.queue_id;
    insert into queue.heartbeat (page_id, queue_id, leased_until)
    values (heartbeat.page_id, v_page.queue_id, heartbeat.leased_until)
    on conflict do nothing;
    stop := queue.cancelled_in(v_page);
end
$$;

comment on function queue.heartbeat is
    'Extends a lease by the lease time of the queue; tells until when, and which jobs of the page should stop. Raises QU409 when it is lost.';

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
declare
    v_page queue.page;
    v_but bigint[];
begin
    perform pulse.wait();
    perform pulse.defer_rings();
    perform pg_advisory_xact_lock(queue.page_lock(page_id));
    v_page := queue.find_page(page_id);
    perform queue.check_lease(v_page, page_id, lease_id);
    v_but := array(select s.job_id from queue.settlement as s where s.page_id = settle.page_id);
    insert into queue.settlement (page_id)
    values (settle.page_id)
    on conflict do nothing;
    if not found then
        raise exception using
            errcode = 'QU409', message = format('page %s has just been taken back', page_id),
            hint = 'The lease ran out; drop the results.';
    end if;
    if results <> '[]' then
        select jsonb_agg(r), v_but || array_agg((r ->> 'job_id')::bigint)
        into results, v_but
        from jsonb_array_elements(results) as r
        where (r ->> 'job_id')::bigint <> all (v_but);
        perform queue.record_outcomes(v_page, results);
    end if;
    perform queue.record_successes(v_page, v_but);
    if v_page.is_gated then
        perform queue.release(v_page);
    end if;
    return pulse.rings();
end
$$;

comment on function queue.settle is
    'Ends a page: its jobs have succeeded, but for those in results (job_id, outcome failed|dead|snoozed|released|cancelled|succeeded, error, retry_in seconds, result) and those settled one by one. Gives the topics to ring after the commit. Raises QU409 when the lease is lost: then nothing of it counts.';

create function queue.ring(topics text[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform pulse.ring_all(topics);
end
$$;

comment on function queue.ring is 'Wakes who sleeps on these topics; call it after the commit of what settle did.';

grant execute on function
    queue.heartbeat(bigint, uuid), queue.settle(bigint, uuid, jsonb), queue.ring(text[])
to howdah_worker;

commit;
