-- Deploy howdah:queue/complete to pg
-- requires: queue/settle
-- requires: queue/handler
-- requires: core/context

begin;

set local role queue_engine;

create function queue.trace_of(tenant_id uuid, job_id bigint)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select l.trace
        from queue.lot as l
        where l.tenant_id = trace_of.tenant_id and l.job_id = trace_of.job_id & -128
        limit 1
    );
end
$$;

comment on function queue.trace_of is 'The trace context in which a job was enqueued; null for none.';

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
    perform core.set_context(v_tenant_id, null, format('job %s', job_id), queue.trace_of(v_tenant_id, job_id));
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

reset role;
set local role queue_owner;

create type queue.work as (
    tenant_id uuid,
    kind text,
    function_name text,
    is_page boolean,
    job_ids bigint[],
    payloads jsonb[]
);

comment on type queue.work is 'The jobs of a page that one tenant has for one SQL handler.';
comment on column queue.work.tenant_id is 'Whose jobs they are.';
comment on column queue.work.kind is 'Their kind.';
comment on column queue.work.function_name is 'The function that runs them; null when there is none.';
comment on column queue.work.is_page is 'Whether it takes them all at once.';
comment on column queue.work.job_ids is 'The jobs, in the order of the page.';
comment on column queue.work.payloads is 'What the handler gets, for each job.';
grant usage on type queue.work to queue_engine;

reset role;
set local role queue_engine;

create function queue.work_in(page queue.page, job_ids bigint[])
returns setof queue.work
language plpgsql
stable
rows 10
security definer
set search_path = ''
set enable_hashjoin = on
as $$
begin
    return query
    select
        s.tenant_id, l.kind::text, h.function_name, h.is_page, array_agg(j.job_id order by s.place, j.job_id),
        array_agg(j.payload order by s.place, j.job_id)
    from unnest(page.tenant_ids, page.job_ids, page.sizes) with ordinality as s (tenant_id, first_id, size, place)
        cross join lateral (
            select l.kind, l.payloads
            from queue.lot as l
            where l.tenant_id = s.tenant_id and l.job_id = s.first_id & -128
            limit 1
        ) as l
        left join queue.handler as h on h.kind = l.kind
        cross join lateral (
            select s.first_id + p.place - 1 as job_id, p.payload
            from unnest(l.payloads[s.first_id % 128 + 1 : s.first_id % 128 + s.size]) with ordinality as p (payload, place)
        ) as j
    where j.job_id in (select unnest(work_in.job_ids))
        and not exists (
            select from queue.settlement as d where d.page_id = page.page_id and d.job_id = j.job_id
        )
    group by s.tenant_id, l.kind, h.function_name, h.is_page
    order by min(s.place);
end
$$;

comment on function queue.work_in is 'Which of these jobs of a page are still to be run, put together by tenant and handler.';

create function queue.call_handler(page queue.page, work queue.work)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if work.function_name is null then
        raise exception using errcode = 'QU404', message = format('no function runs jobs of the kind %L', work.kind);
    elsif work.is_page then
        perform core.set_context(work.tenant_id, null, format('page %s', page.page_id));
        execute format('select %s(job_ids => $1, payloads => $2)', work.function_name) using work.job_ids, work.payloads;
    else
        execute format(
            'select core.set_context($1, null, ''job '' || j.job_id, queue.trace_of($1, j.job_id)), '
            '%s(job_id => j.job_id, payload => j.payload) '
            'from unnest($2, $3) as j (job_id, payload)',
            work.function_name
        )
        using work.tenant_id, work.job_ids, work.payloads;
    end if;
end
$$;

comment on function queue.call_handler is
    'Runs jobs by their SQL handler, one by one or all at once, in the context of their tenant. Raises QU404 when there is none, and whatever it raises.';

-- Jobs that follow each other in a lot get one outcome together, as those of a page that just succeeds.
create function queue.note_successes(page queue.page, job_ids bigint[])
returns void
language plpgsql
volatile
security definer
set search_path = ''
set enable_hashjoin = on
as $$
declare
    v_part queue.page := page;
    v_count integer;
begin
    insert into queue.settlement (page_id, job_id)
    select page.page_id, j from unnest(job_ids) as j
    on conflict do nothing;
    get diagnostics v_count = row_count;
    if v_count < cardinality(job_ids) then
        raise exception using
            errcode = 'QU409', message = format('a job of page %s is settled already', page.page_id),
            hint = 'Drop the effects of this attempt.';
    end if;
    select array_agg(s.tenant_id), array_agg(s.job_id), array_agg(s.size), array_agg(s.attempt)
    into v_part.tenant_ids, v_part.job_ids, v_part.sizes, v_part.attempts
    from (
        select j.tenant_id, min(j.job_id) as job_id, count(*) as size, j.attempt
        from (
            select n.*, n.job_id - row_number() over (partition by n.tenant_id, n.attempt order by n.job_id) as run
            from queue.jobs_in(page) as n
            where n.job_id in (select unnest(job_ids))
        ) as j
        group by j.tenant_id, j.attempt, j.run, j.job_id / 128
    ) as s;
    perform queue.record_successes(v_part, '{}');
end
$$;

comment on function queue.note_successes is
    'Writes that jobs of a page succeeded, and tells the hooks. Raises QU409 when one of them is settled in this page.';

-- All in one block: what succeeds costs one. Of several that fail together nothing is left, and the
-- caller runs them one by one; so one that fails takes only its own effects with it.
create function queue.perform_work(page queue.page, work queue.work)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_code text;
    v_message text;
begin
    perform queue.call_handler(page, work);
    perform queue.note_successes(page, work.job_ids);
    return true;
exception
    when query_canceled or admin_shutdown or crash_shutdown then raise;
    when others then
        if cardinality(work.job_ids) = 1 then
            get stacked diagnostics v_code = returned_sqlstate, v_message = message_text;
            insert into queue.settlement (page_id, job_id)
            values (page.page_id, work.job_ids[1])
            on conflict do nothing;
            perform queue.record_outcomes(page, jsonb_build_array(jsonb_build_object(
                'job_id', work.job_ids[1], 'outcome', 'failed',
                'error', jsonb_build_object('type', v_code, 'message', v_message)
            )));
        end if;
        return false;
end
$$;

comment on function queue.perform_work is
    'Runs jobs by their SQL handler and notes that they succeeded, or of a single one that it failed; whether they succeeded.';

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
    v_work queue.work;
    v_count integer := 0;
begin
    perform pulse.wait();
    perform pg_advisory_xact_lock_shared(queue.page_lock(page_id));
    v_page := queue.find_page(page_id);
    perform queue.check_lease(v_page, page_id, lease_id);
    for v_work in select w.* from queue.work_in(v_page, job_ids) as w loop
        if queue.perform_work(v_page, v_work) then
            v_count := v_count + cardinality(v_work.job_ids);
        elsif cardinality(v_work.job_ids) > 1 then
            for i in 1 .. cardinality(v_work.job_ids) loop
                v_count := v_count + queue.perform_work(v_page, row(
                    v_work.tenant_id, v_work.kind, v_work.function_name, v_work.is_page, v_work.job_ids[i:i],
                    v_work.payloads[i:i]
                ))::integer;
            end loop;
        end if;
    end loop;
    return v_count;
end
$$;

comment on function queue.perform is
    'Runs these jobs of a leased page by their SQL handlers and settles them with their effects: the jobs of a tenant together, one by one where that fails. Says how many succeeded. Raises QU409 when the lease is lost.';

grant execute on function
    queue.enter(bigint, uuid, bigint), queue.complete(bigint, uuid, bigint, jsonb),
    queue.perform(bigint, uuid, bigint[])
to howdah_worker;

commit;
