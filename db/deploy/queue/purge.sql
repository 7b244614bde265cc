-- Deploy howdah:queue/purge to pg
-- requires: queue/redrive

begin;

set local role queue_owner;

-- The one place where what was written is changed. It is rare, and what it touches is over: nobody
-- waits for these rows, and vacuum gives their bytes back.
create function queue.erase(job_ids bigint[])
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
    v_lot record;
begin
    for v_lot in
        select j.job_id & -128 as job_id, array_agg(j.job_id) as job_ids
        from unnest(erase.job_ids) as j (job_id)
        group by j.job_id & -128
        order by 1
    loop
        update queue.lot as l
        set payloads = array(
            select case when l.job_id + p.place - 1 = any (v_lot.job_ids) then 'null' else p.payload end
            from unnest(l.payloads) with ordinality as p (payload, place)
            order by p.place
        )
        where l.tenant_id = (select core.tenant_id()) and l.job_id = v_lot.job_id;
        update queue.outcome as o
        set error = null, result = null
        where o.tenant_id = (select core.tenant_id()) and o.job_id = any (v_lot.job_ids)
            and (o.error is not null or o.result is not null);
    end loop;
    insert into queue.outcome (tenant_id, job_id, page_id, queue_id, attempt, state)
    select f.tenant_id, f.job_id, nextval('queue.page_id_seq'), f.queue_id, 0, 'purged'
    from unnest(erase.job_ids) as j (job_id)
        cross join lateral queue.find_job(core.tenant_id(), j.job_id) as f;
end
$$;

comment on function queue.erase is
    'Overwrites the payloads of jobs of the tenant of the context, drops their errors and results, and has them shown no more.';

create function queue.purge(job_id bigint)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_job queue.job := queue.lock_job(job_id);
    v_state text := (queue.derive_state(v_job)).state;
begin
    if v_state not in ('succeeded', 'dead', 'cancelled') then
        raise exception using
            errcode = 'QU409', message = format('job %s is %s', job_id, v_state), detail = v_state,
            hint = 'Only what has ended can be purged; cancel it first.';
    end if;
    perform queue.erase(array[job_id]);
end
$$;

comment on function queue.purge is
    'Erases what a job that has ended was about: payload, error and result; it is shown no more. Raises QU404, QU409 while it has not ended.';

create function queue.purge_all(job_ids bigint[])
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_job_ids bigint[];
begin
    perform queue.check_job_ids(job_ids);
    perform pg_advisory_xact_lock(queue.tenant_lock());
    v_job_ids := array(
        select f.job_id
        from (select distinct unnest(purge_all.job_ids) as job_id) as j
            cross join lateral queue.find_job(core.tenant_id(), j.job_id) as f
        where f.job_id is not null
            and not queue.is_purged(f.tenant_id, f.job_id)
            and (queue.derive_state(f)).state in ('succeeded', 'dead', 'cancelled')
    );
    perform queue.erase(v_job_ids);
    return cardinality(v_job_ids);
end
$$;

comment on function queue.purge_all is
    'Erases what those of these jobs of the tenant of the context were about that have ended; says how many. Raises QU422 for more than 10000.';

create function queue.purge_dead(
    queue text default null,
    kind text default null,
    error_type text default null,
    since timestamptz default null,
    until timestamptz default null,
    at_most integer default 10000
)
returns queue.dead_count
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_taken record := queue.take_dead(queue, kind, error_type, since, until, at_most);
    v_job_ids bigint[] := array(select d.job_id from unnest(v_taken.dead) as d);
begin
    perform queue.erase(v_job_ids);
    return row(cardinality(v_job_ids), v_taken.has_more)::queue.dead_count;
end
$$;

comment on function queue.purge_dead is
    'Erases what the dead jobs of the tenant of the context were about that fit, as queue.list_dead finds them, the newest first, at most so many at a time. Raises QU422.';
grant execute on function
    queue.purge(bigint), queue.purge_all(bigint[]),
    queue.purge_dead(text, text, text, timestamptz, timestamptz, integer)
to api_owner;

commit;
