-- Deploy howdah:queue/deal to pg
-- requires: queue/cut
-- requires: queue/record_outcomes

begin;

set local role queue_engine;

-- The parts of a priority that come next: of the first one some jobs may be handed out already.
create function queue.next_parts(turn queue.turn, priority integer, jobs integer)
returns setof queue.backlog
language plpgsql
stable
rows 10
security definer
set search_path = ''
as $$
begin
    return query
    select b.*
    from queue.backlog as b
    where b.queue_id = turn.queue_id
        and b.priority = next_parts.priority
        and (b.tag, b.backlog_id) >= (turn.tags[next_parts.priority], turn.backlog_ids[next_parts.priority])
    order by b.tag, b.backlog_id
    limit jobs + 1;
end
$$;

comment on function queue.next_parts is 'The parts of the backlog whose turn is next, enough for so many jobs.';

-- Some of the jobs of a part: skip so many, then take so many.
create function queue.slice(part queue.backlog, skip integer, take integer)
returns queue.backlog
language plpgsql
immutable
set search_path = ''
as $$
begin
    if skip > 0 or take < part.size then
        select array_agg(c.first_id order by c.place), array_agg(c.size order by c.place), array_agg(c.attempt order by c.place)
        into part.job_ids, part.sizes, part.attempts
        from (
            select
                s.place, s.attempt,
                s.job_id + greatest(skip - s.before, 0) as first_id,
                (least(s.before + s.size, skip + take) - greatest(s.before, skip))::smallint as size
            from (
                select p.*, sum(p.size) over (order by p.place) - p.size as before
                from unnest(part.job_ids, part.sizes, part.attempts) with ordinality as p (job_id, size, attempt, place)
            ) as s
            where s.before < skip + take and s.before + s.size > skip
        ) as c;
        part.size := take;
    end if;
    return part;
end
$$;

comment on function queue.slice is 'Some jobs of a part of the backlog, in their order.';

create function queue.add_part(page queue.page, part queue.backlog)
returns queue.page
language plpgsql
immutable
set search_path = ''
as $$
begin
    page.tenant_ids := page.tenant_ids || array_fill(part.tenant_id, array[cardinality(part.job_ids)]);
    page.job_ids := page.job_ids || part.job_ids;
    page.sizes := page.sizes || part.sizes;
    page.attempts := page.attempts || part.attempts;
    page.is_announced := page.is_announced or part.is_announced;
    return page;
end
$$;

comment on function queue.add_part is 'Puts jobs into a page.';

-- The order in which the priorities have their turn. What has waited counts as higher, up to 1, but
-- never goes before what is of that priority itself. So that nothing starves all the same, in one
-- of eight turns whatever has aged goes first.
create function queue.order_of_priorities(turn queue.turn, turn_no bigint)
returns integer[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return array(
        select h.priority
        from (
            select p.priority, greatest(
                1, p.priority - floor(extract(epoch from core.now() - f.laid_at) / extract(epoch from q.ageing))
            ) as rank
            from generate_series(1, 4) as p (priority)
                inner join queue.queue as q on q.queue_id = turn.queue_id
                cross join lateral (
                    select n.laid_at
                    from queue.next_parts(turn, p.priority, 1) as n
                    where n.tag > turn.tags[p.priority] or n.backlog_id > turn.backlog_ids[p.priority]
                        or n.size > turn.offsets[p.priority]
                    limit 1
                ) as f
            where turn.waiting[p.priority] > 0
        ) as h
        order by case when turn_no % 8 = 0 and h.rank < h.priority then 0 else 1 end, h.rank, h.priority
    );
end
$$;

comment on function queue.order_of_priorities is 'The priorities that have something waiting, in the order in which they are served now.';

-- Gives the page, not yet stored, and moves the turn on.
create function queue.fill(
    inout turn queue.turn, inout page queue.page, jobs integer, priority integer, out is_full boolean
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_tag bigint := turn.tags[priority];
    v_backlog_id bigint := turn.backlog_ids[priority];
    v_offset integer := turn.offsets[priority];
    v_count integer := coalesce((select sum(s) from unnest(page.sizes) as s), 0);
    v_taken integer := 0;
    v_part queue.backlog;
    v_skip integer;
    v_take integer;
begin
    for v_part in select n.* from queue.next_parts(turn, priority, jobs - v_count) as n loop
        v_skip := case when v_part.tag = v_tag and v_part.backlog_id = v_backlog_id then v_offset else 0 end;
        v_take := least(v_part.size - v_skip, jobs - v_count);
        continue when v_part.size = v_skip;
        exit when v_take = 0 or (v_part.is_suspect and v_count > 0);
        page := queue.add_part(page, queue.slice(v_part, v_skip, v_take));
        v_tag := v_part.tag;
        v_backlog_id := v_part.backlog_id;
        v_offset := v_skip + v_take;
        v_taken := v_taken + v_take;
        v_count := case when v_part.is_suspect then jobs else v_count + v_take end;
    end loop;
    is_full := v_count = jobs or v_part.is_suspect;
    turn.tags[priority] := v_tag;
    turn.backlog_ids[priority] := v_backlog_id;
    turn.offsets[priority] := v_offset;
    turn.waiting[priority] := turn.waiting[priority] - v_taken;
end
$$;

comment on function queue.fill is 'Takes jobs of one priority, in their turn, into a page until it has so many.';

create function queue.cancelled_in(page queue.page)
returns bigint[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    if not exists (
        select
        from queue.cancellation as c
        where c.tenant_id = any (page.tenant_ids)
            and c.job_id >= (select min(n) from unnest(page.job_ids) as n)
            and c.job_id <= (select max(n) + 127 from unnest(page.job_ids) as n)
    ) then
        return '{}';
    end if;
    return array(
        select j.job_id
        from queue.jobs_in(page) as j
        where exists (
            select from queue.cancellation as c
            where c.tenant_id = j.tenant_id and c.job_id = j.job_id and c.attempt >= j.attempt
            offset 0
        )
    );
end
$$;

comment on function queue.cancelled_in is 'The jobs of a page that were cancelled: one look at the range of its numbers, since these are few.';

-- Jobs that were cancelled while they waited are not handed out; their outcome says so.
create function queue.drop_cancelled(page queue.page)
returns queue.page
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_cancelled bigint[] := queue.cancelled_in(page);
begin
    if v_cancelled = '{}' then
        return page;
    end if;
    perform queue.record_outcomes(
        page, (select jsonb_agg(jsonb_build_object('job_id', c, 'outcome', 'cancelled')) from unnest(v_cancelled) as c)
    );
    select
        coalesce(array_agg(j.tenant_id order by j.place), '{}'), coalesce(array_agg(j.job_id order by j.place), '{}'),
        coalesce(array_agg(1::smallint order by j.place), '{}'), coalesce(array_agg(j.attempt order by j.place), '{}')
    into page.tenant_ids, page.job_ids, page.sizes, page.attempts
    from queue.jobs_in(page) as j
    where j.job_id <> all (v_cancelled);
    return page;
end
$$;

comment on function queue.drop_cancelled is 'Gives the cancelled jobs of a page their outcome and takes them out of it.';

create function queue.store_turn(turn queue.turn)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.turn (
        queue_id, turned_at, snapshot, ticked_at, last_id, floor_id, barrier_xid, timers_snapshot, timers_ticked_at,
        waiting, tags, backlog_ids, offsets
    )
    values (
        turn.queue_id, core.now(), turn.snapshot, turn.ticked_at, turn.last_id, turn.floor_id, turn.barrier_xid,
        turn.timers_snapshot, turn.timers_ticked_at, turn.waiting, turn.tags, turn.backlog_ids, turn.offsets
    );
end
$$;

comment on function queue.store_turn is 'Makes a turn the newest of its queue.';

create function queue.store_page(page queue.page)
returns queue.page
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.page as p (
        page_id, queue_id, leased_at, leased_until, worker, is_announced, is_gated, tenant_ids, job_ids, sizes, attempts
    )
    values (
        page.page_id, page.queue_id, page.leased_at, page.leased_until, page.worker, page.is_announced, page.is_gated,
        page.tenant_ids, page.job_ids, page.sizes, page.attempts
    )
    returning p.lease_id into page.lease_id;
    return page;
end
$$;

comment on function queue.store_page is 'Writes a page down with a secret of its own.';

-- An empty page that has an end: what was dropped from it has its outcomes, and it is not looked at again.
create function queue.deal(queue queue.queue, worker text, jobs integer)
returns queue.page
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_turn queue.turn := queue.latest_turn(queue.queue_id);
    v_turn_no bigint := v_turn.turn_id;
    v_now timestamptz := core.now();
    v_page queue.page;
    v_priority integer;
    v_filled record;
    v_waiting bigint := v_turn.waiting[1] + v_turn.waiting[2] + v_turn.waiting[3] + v_turn.waiting[4];
begin
    if date_trunc('second', v_now) > date_trunc('second', v_turn.turned_at) then
        perform queue.expire_leases(queue.queue_id, v_turn.turned_at - interval '5 seconds');
    end if;
    if v_waiting < jobs or v_now > v_turn.ticked_at + interval '5 milliseconds' then
        v_turn := queue.cut(v_turn);
        v_waiting := v_turn.waiting[1] + v_turn.waiting[2] + v_turn.waiting[3] + v_turn.waiting[4];
    end if;
    if v_waiting = 0 then
        return null;
    end if;
    v_page := row(
        nextval('queue.page_id_seq'), queue.queue_id, null, v_now, v_now + queue.lease, worker, false, false, '{}', '{}',
        '{}', '{}'
    );
    foreach v_priority in array
        case
            when v_waiting = any (v_turn.waiting) then array[array_position(v_turn.waiting, v_waiting)]
            else queue.order_of_priorities(v_turn, v_turn_no)
        end
    loop
        v_filled := queue.fill(v_turn, v_page, jobs, v_priority);
        v_turn := v_filled.turn;
        v_page := v_filled.page;
        exit when v_filled.is_full;
    end loop;
    perform queue.store_turn(v_turn);
    return queue.store_page(queue.drop_cancelled(v_page));
end
$$;

comment on function queue.deal is
    'Hands the jobs whose turn it is to a worker, at most so many, as a page; null when nothing waits. The caller holds the lock of the queue.';

commit;
