-- Deploy howdah:queue/is_needed to pg
-- requires: queue/claim

begin;

set local role queue_engine;

create function queue.is_ahead(part queue.backlog, turn queue.turn)
returns boolean
language sql
immutable
set search_path = ''
as $$
    select (part.tag, part.backlog_id) >= (turn.tags[part.priority], turn.backlog_ids[part.priority])
        and not (part.backlog_id = turn.backlog_ids[part.priority] and part.size <= turn.offsets[part.priority])
$$;

comment on function queue.is_ahead is 'Whether any job of a part of the backlog still has its turn before it.';

create function queue.has_latest_turn(lower_id bigint, upper_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from queue.queue as q
            cross join lateral queue.latest_turn(q.queue_id) as t
        where t.turn_id >= lower_id and t.turn_id < upper_id
    );
end
$$;

comment on function queue.has_latest_turn is 'Whether the newest turn of any queue has a number in a range.';

create function queue.waits_in_backlog(lower_id bigint, upper_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from queue.queue as q
            cross join lateral queue.latest_turn(q.queue_id) as t
            cross join generate_series(1, 4) as p (priority)
            cross join lateral (
                select
                from queue.backlog as b
                where b.queue_id = q.queue_id
                    and b.priority = p.priority
                    and b.backlog_id >= lower_id
                    and b.backlog_id < upper_id
                    and (b.tag, b.backlog_id) >= (t.tags[p.priority], t.backlog_ids[p.priority])
                    and queue.is_ahead(b, t)
                limit 1
            ) as b
        where t.waiting[p.priority] > 0
    );
end
$$;

comment on function queue.waits_in_backlog is 'Whether any part of the backlog with a number in a range still waits.';

create function queue.waits_at_gate(lower_id bigint, upper_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from (
            select distinct p.queue_id, p.gate, p.tenant_id, p.gate_key
            from queue.parked as p
            where p.parked_id >= lower_id and p.parked_id < upper_id
        ) as k
            cross join lateral queue.gate_of(k.queue_id, k.gate, k.tenant_id, k.gate_key) as g
            cross join lateral queue.next_parked(g) as n
        where g.parked_count > 0 and n.parked_id < upper_id
    );
end
$$;

comment on function queue.waits_at_gate is 'Whether any jobs parked with a number in a range still wait.';

create function queue.has_open_page(lower_id bigint, upper_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from queue.page as p
        where p.page_id >= lower_id and p.page_id < upper_id
            and not exists (
                select from queue.settlement as s where s.page_id = p.page_id and s.job_id = 0
            )
    );
end
$$;

comment on function queue.has_open_page is 'Whether any page with a number in a range has not ended.';

create function queue.has_open_timer(lower_at timestamptz, upper_at timestamptz)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from queue.queue as q
            cross join lateral queue.latest_turn(q.queue_id) as t
            inner join queue.timer as d on d.queue_id = q.queue_id
        where d.due_at >= lower_at and d.due_at < upper_at and d.due_at > t.timers_ticked_at
    );
end
$$;

comment on function queue.has_open_timer is 'Whether anything that was due in a span has not been taken yet.';

-- Every place where a job can be that has not ended. Asked when a partition of jobs is past its
-- retention, so once in many days.
create function queue.has_open_job(lower_id bigint, upper_id bigint)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return exists (
        select
        from queue.queue as q
            cross join lateral queue.latest_turn(q.queue_id) as t
            inner join queue.timer as d on d.queue_id = q.queue_id
        where d.job_id >= lower_id and d.job_id < upper_id and d.due_at > t.timers_ticked_at
    )
    or exists (
        select
        from queue.queue as q
            cross join lateral queue.latest_turn(q.queue_id) as t
            inner join queue.backlog as b on b.queue_id = q.queue_id
        where queue.is_ahead(b, t) and queue.has_job_between(b.job_ids, lower_id, upper_id)
    )
    or exists (
        select
        from queue.parked as p
            cross join lateral queue.gate_of(p.queue_id, p.gate, p.tenant_id, p.gate_key) as g
        where queue.has_job_between(p.job_ids, lower_id, upper_id)
            and g.parked_count > 0
            and (p.parked_id > g.parked_id or (p.parked_id = g.parked_id and p.size > g.parked_offset))
    )
    or exists (
        select
        from queue.page as p
        where queue.has_job_between(p.job_ids, lower_id, upper_id)
            and not exists (
                select from queue.settlement as s where s.page_id = p.page_id and s.job_id = 0
            )
    )
    or exists (
        select
        from queue.lot as l
            cross join lateral queue.latest_turn(l.queue_id) as t
        where l.job_id >= lower_id and l.job_id < upper_id
            and case
                when l.run_at = 'infinity' then not queue.has_ended(l.tenant_id, l.job_id)
                when l.run_at is null then not pg_visible_in_snapshot(l.xid, t.snapshot)
                else false
            end
    );
end
$$;

comment on function queue.has_open_job is 'Whether any job with a number in a range has not ended.';

create function queue.has_job_between(job_ids bigint[], lower_id bigint, upper_id bigint)
returns boolean
language sql
immutable
set search_path = ''
as $$
    select exists (select from unnest(job_ids) as j where j >= lower_id and j < upper_id)
$$;

comment on function queue.has_job_between is 'Whether any of these numbers is in a range.';

grant execute on function
    queue.has_latest_turn(bigint, bigint), queue.waits_in_backlog(bigint, bigint), queue.waits_at_gate(bigint, bigint), queue.has_open_page(bigint, bigint),
    queue.has_open_timer(timestamptz, timestamptz), queue.has_open_job(bigint, bigint)
to queue_owner;

commit;
