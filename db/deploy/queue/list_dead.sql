-- Deploy howdah:queue/list_dead to pg
-- requires: queue/get_job
-- requires: core/context

begin;

set local role queue_owner;

create type queue.dead as (
    tenant_id uuid,
    job_id bigint,
    queue_id integer,
    attempt smallint
);
comment on type queue.dead is 'A job that is dead.';
comment on column queue.dead.tenant_id is 'Whose job it is.';
comment on column queue.dead.job_id is 'The number of the job.';
comment on column queue.dead.queue_id is 'Its queue.';
comment on column queue.dead.attempt is 'Which attempt was its last.';

create function queue.fits(word text, pattern text)
returns boolean
language sql
immutable
set search_path = ''
as $$
    select case
        when pattern is null then true
        when right(pattern, 1) = '*' then coalesce(starts_with(word, left(pattern, -1)), false)
        else word is not distinct from pattern
    end
$$;

comment on function queue.fits is 'Whether a word is this one, or begins as one that ends with * does; any does when it is null.';

-- What is dead may have been dead before: its last death comes first, and counts unless something
-- followed. Looks at so many deaths at a time.
create function queue.find_dead(
    after bigint,
    at_most integer,
    queue text,
    kind text,
    error_type text,
    since timestamptz,
    until timestamptz,
    budget integer
)
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
declare
    v_dead record;
    v_seen integer := 0;
    v_found integer := 0;
begin
    for v_dead in
        select o.tenant_id, o.job_id, o.queue_id, o.attempt, o.page_id, o.settled_at, o.error ->> 'type' as error_type
        from queue.outcome as o
        where o.tenant_id = (select core.tenant_id()) and o.state = 'dead'
            and o.job_id < coalesce(find_dead.after, 9223372036854775807)
        order by o.job_id desc, o.page_id desc
        limit budget + 1
    loop
        v_seen := v_seen + 1;
        if v_seen > budget or v_found = at_most then
            perform core.more_after(after::text);
            return;
        end if;
        after := v_dead.job_id;
        continue when not queue.fits(v_dead.error_type, error_type) or v_dead.settled_at < since or v_dead.settled_at >= until
            or (queue is not null and not exists (
                select from queue.queue as q where q.queue_id = v_dead.queue_id and q.name = find_dead.queue
            ))
            or exists (
                select from queue.outcome as o
                where o.tenant_id = v_dead.tenant_id and o.job_id = v_dead.job_id and o.page_id > v_dead.page_id
            )
            or (kind is not null and not exists (
                select from queue.lot as l
                where l.tenant_id = v_dead.tenant_id and l.job_id = v_dead.job_id & -128 and l.kind = find_dead.kind
                offset 0
            ));
        v_found := v_found + 1;
        return next row(v_dead.tenant_id, v_dead.job_id, v_dead.queue_id, v_dead.attempt)::queue.dead;
    end loop;
end
$$;

comment on function queue.find_dead is
    'The dead jobs of the tenant of the context that fit, the newest first, at most so many; looks at no more deaths than budget, and says when it stopped before the end.';

create function queue.list_dead(
    after bigint,
    "limit" integer,
    queue text default null,
    kind text default null,
    error_type text default null,
    since timestamptz default null,
    until timestamptz default null
)
returns setof queue.job_view
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select v.*
    from queue.find_dead(after, "limit", queue, kind, error_type, since, until, 10000) as d
        cross join lateral queue.find_job(d.tenant_id, d.job_id) as f
        cross join lateral queue.view_job(f) as v;
end
$$;

comment on function queue.list_dead is
    'The dead jobs of the tenant of the context, newest first: of a queue, of a kind, with a type of error (or the beginning of one and *), that died in a span. Looks through 10,000 at a time.';
grant execute on function queue.list_dead to api_owner;

commit;
