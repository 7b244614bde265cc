-- Deploy howdah:queue/lay to pg
-- requires: queue/fresh_attempts
-- requires: queue/backlog
-- requires: queue/share

begin;

set local role queue_engine;

create function queue.end_tag(queue_id integer, priority smallint, tenant_id uuid)
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_end_tag bigint;
begin
    select b.end_tag
    into v_end_tag
    from queue.backlog as b
    where b.queue_id = end_tag.queue_id and b.priority = end_tag.priority and b.tenant_id = end_tag.tenant_id
    order by b.backlog_id desc
    limit 1;
    return v_end_tag;
end
$$;

comment on function queue.end_tag is 'Where what a tenant added last to a backlog ends in virtual time; null when it is long ago.';

-- A thousand steps of virtual time are one job of a tenant of weight 1. While a priority has nothing
-- waiting nobody is ahead of anybody, so nobody's last tag counts.
create function queue.start_tag(turn queue.turn, priority smallint, tenant_id uuid)
returns bigint
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return case
        when turn.waiting[priority] = 0 then turn.tags[priority]
        else greatest(turn.tags[priority], queue.end_tag(turn.queue_id, priority, tenant_id))
    end;
end
$$;

comment on function queue.start_tag is 'The tag of what a tenant adds to the backlog now.';

create function queue.weight_of(queue_id integer, tenant_id uuid)
returns smallint
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return coalesce(
        (
            select s.weight
            from queue.share as s
            where s.tenant_id = weight_of.tenant_id and s.queue_id = weight_of.queue_id
        ),
        1
    );
end
$$;

comment on function queue.weight_of is 'The weight of a tenant in a queue.';

create function queue.lay_one(turn queue.turn, queue queue.queue, a queue.attempt)
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tag bigint := queue.start_tag(turn, a.priority, a.tenant_id);
    v_weight smallint := 1;
begin
    if queue.is_shared then
        v_weight := queue.weight_of(turn.queue_id, a.tenant_id);
    end if;
    insert into queue.backlog (
        queue_id, priority, tag, end_tag, tenant_id, size, is_announced, is_suspect, is_ordered, weight, limit_key,
        job_ids, sizes, attempts
    )
    values (
        turn.queue_id, a.priority, v_tag, v_tag + 1000 * a.size / v_weight, a.tenant_id, a.size,
        a.is_announced, a.is_suspect, a.ordering_key is not null, a.weight, a.limit_key, array[a.job_id],
        array[a.size], array[a.attempt]
    );
    turn.waiting[a.priority] := turn.waiting[a.priority] + a.size;
    return turn;
end
$$;

comment on function queue.lay_one is 'Puts one attempt into the backlog, as a part of its own.';

create function queue.lay(turn queue.turn, queue queue.queue, attempts queue.attempt[])
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_added bigint[];
begin
    with placed as (
        select
            a.*,
            (sum(a.size) over (
                partition by a.priority, a.tenant_id, a.limit_key, a.weight, a.is_suspect
                order by a.job_id rows unbounded preceding
            ) - a.size) / queue.page_size as part_no
        from unnest(attempts) as a
    ),
    part as (
        select
            p.priority, p.tenant_id, p.limit_key, p.weight, p.is_suspect,
            sum(p.size)::integer as size,
            bool_or(p.is_announced) as is_announced,
            array_agg(p.job_id order by p.job_id) as job_ids,
            array_agg(p.size order by p.job_id) as sizes,
            array_agg(p.attempt order by p.job_id) as attempts
        from placed as p
        group by
            p.priority, p.tenant_id, p.limit_key, p.weight, p.is_suspect, p.part_no,
            case when p.is_suspect then p.job_id end
    ),
    tagged as (
        select
            p.*,
            1000 * p.size / coalesce(s.weight, 1) as span,
            queue.start_tag(turn, p.priority, p.tenant_id) + coalesce(sum(1000 * p.size / coalesce(s.weight, 1)) over (
                partition by p.priority, p.tenant_id order by p.job_ids[1]
                rows between unbounded preceding and 1 preceding
            ), 0) as tag
        from part as p
            left join queue.share as s on s.queue_id = turn.queue_id and s.tenant_id = p.tenant_id
    ),
    laid as (
        insert into queue.backlog as b (
            queue_id, priority, tag, end_tag, tenant_id, size, is_announced, is_suspect, weight, limit_key, job_ids,
            sizes, attempts
        )
        select
            turn.queue_id, t.priority, t.tag, t.tag + t.span, t.tenant_id, t.size, t.is_announced, t.is_suspect,
            t.weight, t.limit_key, t.job_ids, t.sizes, t.attempts
        from tagged as t
        order by t.tag, t.job_ids[1]
        returning b.priority, b.size
    )
    select array[
        coalesce(sum(l.size) filter (where l.priority = 1), 0), coalesce(sum(l.size) filter (where l.priority = 2), 0),
        coalesce(sum(l.size) filter (where l.priority = 3), 0), coalesce(sum(l.size) filter (where l.priority = 4), 0)
    ]
    into v_added
    from laid as l;

    for v_priority in 1 .. 4 loop
        turn.waiting[v_priority] := turn.waiting[v_priority] + v_added[v_priority];
    end loop;
    return turn;
end
$$;

comment on function queue.lay is 'Puts attempts into the backlog, in parts of about a page, and says how much waits then.';

commit;
