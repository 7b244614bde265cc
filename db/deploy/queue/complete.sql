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
    v_page queue.page;
    v_tenant_id uuid;
begin
    perform pg_advisory_xact_lock_shared(queue.page_lock(page_id));
    v_page := queue.find_page(page_id);
    perform queue.check_lease(v_page, page_id, lease_id);
    select j.tenant_id into v_tenant_id from queue.jobs_in(v_page) as j where j.job_id = enter.job_id;
    if v_tenant_id is null then
        raise exception using errcode = 'QU404', message = format('job %s is not in page %s', job_id, page_id);
    end if;
    perform core.set_context(v_tenant_id, null, format('job %s', job_id));
    perform pulse.defer_rings();
end
$$;

comment on function queue.enter is
    'Acts for the tenant of a job for the rest of this transaction; the page can''t be taken back meanwhile. Ring both topics after the commit. Raises QU409 when the lease is lost, QU404 when the job is not in the page.';

-- The key of the settlement is the fence: who settled the job first stays the one who did.
create function queue.note_success(page queue.page, job_id bigint, result jsonb default null)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.settlement (page_id, job_id)
    select page.page_id, j.job_id
    from queue.jobs_in(page) as j
    where j.job_id = note_success.job_id
    on conflict do nothing;
    if not found then
        raise exception using
            errcode = 'QU409', message = format('job %s of page %s is settled already', job_id, page.page_id),
            hint = 'Drop the effects of this attempt.';
    end if;
    perform queue.record_outcomes(page, jsonb_build_array(jsonb_build_object(
        'job_id', note_success.job_id, 'outcome', 'succeeded', 'result', note_success.result
    )));
end
$$;

comment on function queue.note_success is
    'Writes that a job of a page succeeded, and tells the hooks. Raises QU409 when the job is settled in this page, or is not in it.';

create function queue.complete(page_id bigint, lease_id uuid, job_id bigint, result jsonb default null)
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
    v_page queue.page;
begin
    perform pulse.wait();
    perform pg_advisory_xact_lock_shared(queue.page_lock(page_id));
    v_page := queue.find_page(page_id);
    perform queue.check_lease(v_page, page_id, lease_id);
    perform queue.note_success(v_page, job_id, result);
end
$$;

comment on function queue.complete is
    'Settles one job of a leased page as succeeded in this transaction: whatever else the transaction does happens exactly once. Raises QU409 when the lease is lost or the job is settled already.';

-- Each job in a block of its own, so that one that fails takes only its own effects with it.
create function queue.perform_one(page queue.page, job queue.job)
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
    perform queue.note_success(page, (job).job_id);
    return true;
exception
    when query_canceled or admin_shutdown or crash_shutdown then raise;
    when others then
        get stacked diagnostics v_code = returned_sqlstate, v_message = message_text;
        insert into queue.settlement (page_id, job_id) values (page.page_id, (job).job_id) on conflict do nothing;
        perform queue.record_outcomes(page, jsonb_build_array(jsonb_build_object(
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
    v_page queue.page;
    v_job queue.job;
    v_count integer := 0;
begin
    perform pulse.wait();
    perform pg_advisory_xact_lock_shared(queue.page_lock(page_id));
    v_page := queue.find_page(page_id);
    perform queue.check_lease(v_page, page_id, lease_id);
    for v_job in
        select f.*
        from queue.jobs_in(v_page) as j
            cross join lateral queue.find_job(j.tenant_id, j.job_id) as f
        where j.job_id = any (perform.job_ids)
        order by j.place
    loop
        v_count := v_count + queue.perform_one(v_page, v_job)::integer;
    end loop;
    return v_count;
end
$$;

comment on function queue.perform is
    'Runs these jobs of a leased page by their SQL handlers and settles them one by one with their effects; says how many succeeded. Raises QU409 when the lease is lost.';

grant execute on function
    queue.enter(bigint, uuid, bigint), queue.complete(bigint, uuid, bigint, jsonb),
    queue.perform(bigint, uuid, bigint[])
to howdah_worker;

commit;
