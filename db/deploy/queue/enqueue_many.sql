-- Deploy howdah:queue/enqueue_many to pg
-- requires: queue/enqueue_unique

begin;

set local role queue_owner;

create function queue.check_requests(jobs jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
    v_place bigint;
    v_field text;
begin
    if jsonb_typeof(jobs) is distinct from 'array' or jsonb_array_length(jobs) > 10000 then
        raise exception using errcode = 'QU422', message = 'jobs is an array of at most 10000', column = 'jobs';
    end if;
    select j.place, f.name
    into v_place, v_field
    from jsonb_array_elements(jobs) with ordinality as j (job, place)
        cross join lateral jsonb_object_keys(case jsonb_typeof(j.job) when 'object' then j.job else '{"": 0}' end) as f (name)
    where f.name <> all (array[
        'kind', 'payload', 'queue', 'priority', 'run_at', 'max_attempts', 'is_announced', 'trace', 'ordering_key',
        'limit_key', 'weight', 'deadline_at', 'keeps_result', 'batch_id', 'unique_key', 'unique_for', 'unique_states',
        'depends_on', 'depends_policy', 'after'
    ])
    limit 1;
    if found then
        raise exception using
            errcode = 'QU422', message = format('job %s has a field %L, which is unknown', v_place, v_field),
            column = 'jobs';
    end if;
end
$$;

comment on function queue.check_requests is 'Raises QU422 unless these are at most 10000 objects with known fields.';

-- Jobs that are alike but for their payload go into lots together; those with terms of their own go
-- one by one, in their order. Where jobs have an ordering key only neighbours of that key go
-- together, and all of them go one by one if one does.
create function queue.group_requests(jobs jsonb)
returns table (is_single boolean, job jsonb, payloads jsonb[], places bigint[])
language plpgsql
stable
rows 100
set search_path = ''
as $$
begin
    return query
    with request as (
        select
            j.place, j.job - 'payload' as job, coalesce(j.job -> 'payload', '{}') as payload,
            j.job ->> 'ordering_key' as ordering_key,
            j.job ?| '{unique_key,depends_on,after}' as is_single
        from jsonb_array_elements(jobs) with ordinality as j (job, place)
    ),
    placed as (
        select
            r.*,
            r.is_single or (
                r.ordering_key is not null and bool_or(r.is_single) over (partition by r.ordering_key)
            ) as goes_alone,
            case when r.ordering_key is not null then
                row_number() over (partition by r.ordering_key order by r.place)
                - row_number() over (partition by r.job order by r.place)
            end as island
        from request as r
    )
    select
        p.goes_alone, p.job, array_agg(p.payload order by p.place), array_agg(p.place order by p.place)
    from placed as p
    group by p.goes_alone, p.job, p.island, case when p.goes_alone then p.place end
    order by p.goes_alone, min(p.place);
end
$$;

comment on function queue.group_requests is 'Jobs to be enqueued, in groups of those that are alike, in the order in which to write them.';

create function queue.needs_of(request queue.job_request, place bigint, job_ids bigint[])
returns bigint[]
language plpgsql
immutable
set search_path = ''
as $$
begin
    if exists (select from unnest(request.after) as a where coalesce(a not between 1 and place - 1, true)) then
        raise exception using
            errcode = 'QU422', message = format('job %s can come only after jobs that stand before it', place),
            column = 'after';
    end if;
    return request.depends_on || array(select job_ids[a] from unnest(request.after) as a);
end
$$;

comment on function queue.needs_of is
    'The jobs that one of several depends on, given the numbers of those before it. Raises QU422.';

create function queue.enqueue_many(jobs jsonb)
returns table (place integer, job_id bigint, is_duplicate boolean)
language plpgsql
volatile
rows 100
security definer
set search_path = ''
as $$
declare
    v_group record;
    v_request queue.job_request;
    v_lot queue.lot;
    v_accepted record;
    v_job_ids bigint[];
    v_old boolean[];
begin
    perform queue.check_requests(jobs);
    v_old := array_fill(false, array[jsonb_array_length(jobs)]);
    perform pg_advisory_xact_lock(k.lock)
    from (
        select queue.key_lock(core.tenant_id(), j ->> 'unique_key') as lock
        from jsonb_array_elements(jobs) as j
        where j ->> 'unique_key' is not null
        order by 1
    ) as k;
    for v_group in select g.* from queue.group_requests(jobs) as g loop
        v_request := jsonb_populate_record(null::queue.job_request, v_group.job);
        if v_group.is_single then
            v_request.payload := v_group.payloads[1];
            v_request.depends_on := queue.needs_of(v_request, v_group.places[1], v_job_ids);
            v_accepted := queue.accept_request(v_request);
            v_job_ids[v_group.places[1]] := v_accepted.job_id;
            v_old[v_group.places[1]] := v_accepted.is_duplicate;
            continue;
        end if;
        v_lot := queue.new_lot(v_request);
        v_lot.payloads := v_group.payloads;
        v_accepted := queue.accept(v_lot, null);
        for i in 1 .. cardinality(v_group.places) loop
            v_job_ids[v_group.places[i]] := v_accepted.job_ids[i];
        end loop;
    end loop;
    perform pulse.announce('queue');
    return query
    select e.place::integer, e.job_id, e.is_old
    from unnest(v_job_ids, v_old) with ordinality as e (job_id, is_old, place);
end
$$;

comment on function queue.enqueue_many is
    'Enqueues up to 10000 jobs, each an object with the fields of queue.job_request; gives their numbers in their order. after names the places of earlier ones that must have ended before. Raises QU409, QU422, QU423, 23514, 42501.';
grant execute on function queue.enqueue_many to api_owner, event_owner, event_engine;

commit;
