-- Deploy howdah:queue/take_back to pg
-- requires: queue/claim
-- requires: queue/get_job
-- requires: queue/list_queues

begin;

set local role queue_engine;

create function queue.list_workers()
returns table (
    worker text, queue text, page_count bigint, job_count bigint, leased_at timestamptz, leased_until timestamptz
)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select
        p.worker, q.name::text, count(*), sum(queue.size_of(p))::bigint, min(p.leased_at), max(queue.leased_until(p))
    from queue.queue as q
        cross join lateral queue.live_pages(q.queue_id) as p
    group by p.worker, q.name
    order by p.worker, q.name;
end
$$;

comment on function queue.list_workers is
    'Who works: the workers that hold pages, with how many and how many jobs, since when the first and until when the last.';

create function queue.list_pages()
returns table (
    page_id bigint, queue text, worker text, leased_at timestamptz, leased_until timestamptz, job_count bigint,
    settled_count bigint, job_id bigint
)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select
        p.page_id, q.name::text, p.worker, p.leased_at, queue.leased_until(p), queue.size_of(p)::bigint,
        (select count(*) from queue.settlement as s where s.page_id = p.page_id), p.job_ids[1]
    from queue.queue as q
        cross join lateral queue.live_pages(q.queue_id) as p
    order by p.leased_at, p.page_id
    limit 1000;
end
$$;

comment on function queue.list_pages is
    'The pages that workers hold now, the oldest first, a thousand at most: with how many jobs, how many of them are settled already, and the first of them.';

create function queue.take_back(page_id bigint)
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_page queue.page;
    v_job_ids bigint[];
begin
    perform pg_advisory_xact_lock(queue.page_lock(page_id));
    v_page := queue.find_page(page_id);
    if v_page.page_id is null then
        raise exception using errcode = 'QU404', message = format('there is no page %s', page_id);
    elsif queue.is_settled(page_id) then
        raise exception using errcode = 'QU409', message = format('page %s has ended', page_id);
    end if;
    v_job_ids := array(
        select j.job_id
        from queue.jobs_in(v_page) as j
        where not exists (
            select from queue.settlement as s where s.page_id = v_page.page_id and s.job_id = j.job_id
        )
    );
    perform queue.end_page(
        v_page, '{"type": "taken_back", "message": "the page was taken back from its worker by hand"}'
    );
    perform pg_notify('howdah_cancel', format('%s %s', page_id, j)) from unnest(v_job_ids) as j;
    return cardinality(v_job_ids);
end
$$;

comment on function queue.take_back is
    'Takes a page back from its worker, as if its lease had run out, and has the worker stop; says how many jobs had not ended: their attempt has failed, the next one they run alone. Raises QU404, QU409 when it has ended.';

create function queue.find_tenant(job_id bigint)
returns uuid
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    v_tenant_id uuid := '00000000-0000-0000-0000-000000000000';
begin
    loop
        select l.tenant_id
        into v_tenant_id
        from queue.lot as l
        where l.tenant_id > v_tenant_id
        order by l.tenant_id
        limit 1;
        exit when v_tenant_id is null or exists (
            select
            from queue.lot as l
            where l.tenant_id = v_tenant_id and l.job_id = find_tenant.job_id & -128
                and find_tenant.job_id % 128 < l.size
        );
    end loop;
    return v_tenant_id;
end
$$;

comment on function queue.find_tenant is 'Whose job it is, by a look at each tenant; null when nobody''s.';

create function queue.locate_job(
    job_id bigint, out tenant_id uuid, out queue text, out kind text, out state text, out attempt smallint,
    out enqueued_at timestamptz, out due_at timestamptz, out started_at timestamptz, out finished_at timestamptz,
    out page_id bigint, out worker text, out error jsonb
)
returns record
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_variable
declare
    v_job queue.job;
    v_state queue.job_state;
begin
    tenant_id := queue.find_tenant(job_id);
    v_job := queue.find_job(tenant_id, job_id);
    if v_job.job_id is null then
        raise exception using errcode = 'QU404', message = format('there is no job %s', job_id);
    end if;
    v_state := queue.derive_state(v_job);
    queue := v_job.queue;
    kind := v_job.kind;
    state := v_state.state;
    attempt := v_state.attempt;
    enqueued_at := v_job.enqueued_at;
    due_at := v_state.due_at;
    started_at := v_state.started_at;
    finished_at := v_state.finished_at;
    page_id := v_state.page_id;
    worker := (queue.find_page(page_id)).worker;
    error := v_state.error;
end
$$;

comment on function queue.locate_job is
    'Finds a job among those of all tenants, for operators: whose it is, what has become of it, and which page and worker have it; not what it is about. Raises QU404.';

grant execute on function
    queue.list_workers(), queue.list_pages(), queue.take_back(bigint), queue.locate_job(bigint)
to api_owner;

commit;
