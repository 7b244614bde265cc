-- Deploy howdah:queue/list_jobs to pg
-- requires: queue/list_dead

begin;

set local role queue_owner;

-- The state of a job is known when one looks at it: so many jobs at a time.
create function queue.list_jobs(
    after bigint,
    "limit" integer,
    queue text default null,
    kind text default null,
    state text default null
)
returns setof queue.job_view
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    v_after bigint := coalesce(after, 9223372036854775807);
    v_queue_id integer := (select q.queue_id from queue.queue as q where q.name = list_jobs.queue);
    v_lot record;
    v_id bigint;
    v_view queue.job_view;
    v_lots integer := 0;
    v_jobs integer := 0;
begin
    if state = 'dead' then
        return query select d.* from queue.list_dead(after, "limit", queue, kind) as d;
        return;
    end if;
    for v_lot in
        select l.tenant_id, l.job_id, l.size, l.queue_id, l.kind
        from queue.lot as l
        where l.tenant_id = (select core.tenant_id()) and l.job_id < v_after
        order by l.job_id desc
    loop
        if v_lots = 10000 or v_jobs >= 1000 then
            perform core.more_after(v_after::text);
            return;
        end if;
        v_lots := v_lots + 1;
        if (queue is null or v_lot.queue_id = v_queue_id) and (kind is null or v_lot.kind = list_jobs.kind) then
            for v_place in reverse least(v_lot.size, v_after - v_lot.job_id) - 1 .. 0 loop
                v_id := v_lot.job_id + v_place;
                v_jobs := v_jobs + 1;
                continue when queue.is_purged(v_lot.tenant_id, v_id);
                v_view := queue.view_job(queue.find_job(v_lot.tenant_id, v_id));
                continue when v_view.state <> state;
                return next v_view;
                "limit" := "limit" - 1;
                if "limit" = 0 then
                    return;
                end if;
            end loop;
        end if;
        v_after := v_lot.job_id;
    end loop;
end
$$;

comment on function queue.list_jobs is
    'The jobs of the tenant of the context, newest first: of a queue, of a kind, in a state. Looks at 10,000 lots and about 1,000 jobs at a time; of dead ones at all.';
grant execute on function queue.list_jobs to api_owner;

commit;
