-- Deploy howdah:queue/redrive to pg
-- requires: queue/cancel
-- requires: queue/list_dead

begin;

set local role queue_owner;

create function queue.check_job_ids(job_ids bigint[])
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
    if cardinality(job_ids) > 10000 then
        raise exception using
            errcode = 'QU422', message = format('%s jobs are more than 10000', cardinality(job_ids)), column = 'job_ids';
    end if;
end
$$;

comment on function queue.check_job_ids is 'Raises QU422 when there are more than 10000.';

create function queue.find_dead_among(job_ids bigint[])
returns setof queue.dead
language plpgsql
stable
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
    return query
    select o.tenant_id, o.job_id, o.queue_id, o.attempt
    from (select distinct unnest(find_dead_among.job_ids) as job_id) as j
        cross join lateral (
            select o.tenant_id, o.job_id, o.queue_id, o.attempt, o.state
            from queue.outcome as o
            where o.tenant_id = (select core.tenant_id()) and o.job_id = j.job_id
            order by o.page_id desc
            limit 1
        ) as o
    where o.state = 'dead';
end
$$;

comment on function queue.find_dead_among is 'Which of these jobs of the tenant of the context are dead.';

create function queue.revive_all(dead queue.dead[])
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.outcome (tenant_id, job_id, page_id, queue_id, due_at, attempt, state)
    select d.tenant_id, d.job_id, nextval('queue.page_id_seq'), d.queue_id, core.now(), d.attempt, 'redriven'
    from unnest(dead) as d;
    insert into queue.timer (tenant_id, due_at, queue_id, job_id, attempt)
    select d.tenant_id, core.now(), d.queue_id, d.job_id, d.attempt + 1
    from unnest(dead) as d;
    if dead <> '{}' then
        perform pulse.announce('queue');
    end if;
    return cardinality(dead);
end
$$;

comment on function queue.revive_all is 'Gives dead jobs one more attempt each; says how many.';

create function queue.redrive(job_ids bigint[])
returns integer
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform queue.check_job_ids(job_ids);
    perform pg_advisory_xact_lock(queue.tenant_lock());
    return queue.revive_all(array(select d from queue.find_dead_among(job_ids) as d));
end
$$;

comment on function queue.redrive is
    'Gives those of these jobs of the tenant of the context that are dead one more attempt; says how many. Raises QU422 for more than 10000.';

create type queue.dead_count as (
    count integer,
    has_more boolean
);
comment on type queue.dead_count is 'What was done to dead jobs.';
comment on column queue.dead_count.count is 'To how many.';
comment on column queue.dead_count.has_more is 'Whether there are or may be more; call it again.';
grant usage on type queue.dead_count to api_owner;

create function queue.take_dead(
    queue text,
    kind text,
    error_type text,
    since timestamptz,
    until timestamptz,
    at_most integer,
    out dead queue.dead[],
    out has_more boolean
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    if at_most not between 1 and 10000 then
        raise exception using
            errcode = 'QU422', message = 'at most 1 to 10000 jobs at a time', column = 'at_most';
    end if;
    perform pg_advisory_xact_lock(queue.tenant_lock()), core.more_after(null);
    dead := array(select d from queue.find_dead(null, at_most, queue, kind, error_type, since, until, 100000) as d);
    has_more := current_setting('howdah.more_after') <> '';
    perform core.more_after(null);
end
$$;

comment on function queue.take_dead is
    'Dead jobs that fit, held against other changes until commit; and whether there may be more. Raises QU422.';

create function queue.redrive_dead(
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
begin
    return row(queue.revive_all(v_taken.dead), v_taken.has_more)::queue.dead_count;
end
$$;

comment on function queue.redrive_dead is
    'Gives the dead jobs of the tenant of the context that fit one more attempt, as queue.list_dead finds them, the newest first, at most so many at a time. Raises QU422.';
grant execute on function
    queue.redrive(bigint[]), queue.redrive_dead(text, text, text, timestamptz, timestamptz, integer)
to api_owner;

commit;
