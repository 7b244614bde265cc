-- Deploy howdah:queue/complete to pg
-- requires: queue/settle
-- requires: queue/handler
-- requires: core/context

begin;

set local role queue_engine;

create function queue.enter(page_id bigint, lease_id uuid, job_id bigint)
returns void
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
    v_tenant_id uuid;
begin
    perform pg_advisory_xact_lock_shared(queue.page_lock(page_id));
    perform queue.check_lease(page_id, lease_id);

    select p.tenant_ids[array_position(p.job_ids, enter.job_id)]
    into v_tenant_id
    from queue.page as p
    where p.page_id = enter.page_id;

    if v_tenant_id is null then
        raise exception using errcode = 'QU404', message = format('job %s is not in page %s', job_id, page_id);
    end if;

    perform core.set_context(v_tenant_id, null, format('job %s', job_id));
    perform pulse.defer_rings();
end
$$;

comment on function queue.enter is
    'Acts for the tenant of a job for the rest of this transaction; the page can''t be taken back meanwhile. Ring both topics after the commit. Raises QU409 when the lease is lost, QU404 when the job is not in the page.';

-- The key of the outcome is the fence: who settled the job first stays the one who did.
create function queue.note_success(page_id bigint, job_id bigint)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_outcome queue.outcome;
    v_is_announced boolean;
begin
    insert into queue.outcome as o (tenant_id, job_id, page_id, attempt, state)
    select p.tenant_ids[i.place], p.job_ids[i.place], p.page_id, p.attempts[i.place], 'succeeded'
    from queue.page as p
        cross join lateral array_position(p.job_ids, note_success.job_id) as i (place)
    where p.page_id = note_success.page_id and i.place is not null
    on conflict do nothing
    returning o.* into v_outcome;

    if not found then
        raise exception using
            errcode = 'QU409', message = format('job %s of page %s is settled already', job_id, page_id),
            hint = 'Drop the effects of this attempt.';
    end if;

    select p.is_announced into v_is_announced from queue.page as p where p.page_id = note_success.page_id;
    if v_is_announced then
        perform queue.announce_ends(page_id, jsonb_build_array(to_jsonb(v_outcome)));
    end if;
end
$$;

comment on function queue.note_success is
    'Writes that a job of a page succeeded, and tells the hooks. Raises QU409 when the job has an outcome in this page, or is not in it.';

create function queue.complete(page_id bigint, lease_id uuid, job_id bigint)
returns void
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
    perform pg_advisory_xact_lock_shared(queue.page_lock(page_id));
    perform queue.check_lease(page_id, lease_id);
    perform queue.note_success(page_id, job_id);
end
$$;

comment on function queue.complete is
    'Settles one job of a leased page as succeeded in this transaction: whatever else the transaction does happens exactly once. Raises QU409 when the lease is lost or the job is settled already.';

-- Each job in a block of its own, so that one that fails takes only its own effects with it.
create function queue.perform_one(page_id bigint, job queue.job)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_function text;
    v_code text;
    v_message text;
begin
    perform core.set_context((job).tenant_id, null, format('job %s', (job).job_id));
    select h.function_name into v_function from queue.handler as h where h.kind = (job).kind;
    if v_function is null then
        raise exception using errcode = 'QU404', message = format('no function runs jobs of the kind %L', (job).kind);
    end if;

    execute format('select %s(job_id => $1, payload => $2)', v_function) using (job).job_id, (job).payload;
    perform queue.note_success(page_id, (job).job_id);
    return true;
exception
    when query_canceled or admin_shutdown or crash_shutdown then raise;
    when others then
        get stacked diagnostics v_code = returned_sqlstate, v_message = message_text;
        perform queue.record_outcomes(page_id, jsonb_build_array(jsonb_build_object(
            'job_id', (job).job_id, 'outcome', 'failed', 'error', jsonb_build_object('type', v_code, 'message', v_message)
        )));
        return false;
end
$$;

comment on function queue.perform_one is 'Runs the SQL handler of one job and notes its outcome; whether it succeeded.';

create function queue.perform(page_id bigint, lease_id uuid, job_ids bigint[])
returns integer
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
    v_job queue.job;
    v_count integer := 0;
begin
    perform pg_advisory_xact_lock_shared(queue.page_lock(page_id));
    perform queue.check_lease(page_id, lease_id);

    for v_job in
        select j.*
        from queue.page as p
            cross join lateral unnest(p.tenant_ids, p.job_ids) with ordinality as a (tenant_id, job_id, place)
            cross join lateral (
                select j.* from queue.job as j where j.tenant_id = a.tenant_id and j.job_id = a.job_id limit 1
            ) as j
        where p.page_id = perform.page_id and a.job_id = any (perform.job_ids)
        order by a.place
    loop
        v_count := v_count + queue.perform_one(page_id, v_job)::integer;
    end loop;

    return v_count;
end
$$;

comment on function queue.perform is
    'Runs these jobs of a leased page by their SQL handlers and settles them one by one with their effects; says how many succeeded. Raises QU409 when the lease is lost.';

grant execute on function
    queue.enter(bigint, uuid, bigint), queue.complete(bigint, uuid, bigint), queue.perform(bigint, uuid, bigint[])
to howdah_worker;

commit;
