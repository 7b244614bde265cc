-- Deploy howdah:queue/deal to pg
-- requires: queue/cut
-- requires: queue/record_outcomes
-- requires: queue/room

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

-- How much of a part may go: what is left waits at the gate that lets least through.
create function queue.admit(
    page queue.page, part queue.backlog, take integer, suspended uuid[], out fits integer, out gate text, out gate_key text
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_gates queue.gate[] := '{}';
    v_limits queue.gate_limit[] := '{}';
    v_gate queue.gate;
    v_limit queue.gate_limit;
    v_room integer;
begin
    fits := take;
    if part.tenant_id = any (suspended) then
        fits := 0;
        gate := 'suspended';
        gate_key := '';
        return;
    end if;
    for v_gate in
        select g.*
        from (values ('tenant', ''), ('key', part.limit_key)) as k (gate, gate_key)
            cross join lateral queue.without_gone(
                queue.gate_of(page.queue_id, k.gate, part.tenant_id, k.gate_key), page.page_id
            ) as g
        where k.gate_key is not null
    loop
        v_limit := queue.limit_of(page.queue_id, v_gate.gate, part.tenant_id);
        continue when v_limit.concurrency is null and v_limit.rate is null;
        v_room := queue.room_at(v_gate, v_limit, part.weight);
        if v_room < fits then
            fits := v_room;
            gate := v_gate.gate;
            gate_key := v_gate.gate_key;
        end if;
        v_gates := v_gates || v_gate;
        v_limits := v_limits || v_limit;
    end loop;
    if fits > 0 then
        for i in 1 .. cardinality(v_gates) loop
            perform queue.pass(v_gates[i], v_limits[i], page.page_id, fits, part.weight);
        end loop;
    end if;
end
$$;

comment on function queue.admit is
    'How many of the jobs of a part may go into a page, with their room and tokens taken; and the gate that keeps the others, if one does.';

create function queue.park_rest(turn queue.turn, part queue.backlog, gate text, gate_key text)
returns queue.turn
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform queue.let_out(turn.queue_id, part, gate);
    perform queue.park(row(
        turn.queue_id, gate, part.tenant_id, gate_key, null, null, part.priority, part.size, part.is_announced,
        part.is_suspect, part.is_ordered, part.weight, part.limit_key, part.job_ids, part.sizes, part.attempts
    ));
    turn.waiting[part.priority] := turn.waiting[part.priority] - part.size;
    if gate = 'suspended' and part.tenant_id <> all (turn.suspended) then
        turn.suspended := turn.suspended || part.tenant_id;
    end if;
    return turn;
end
$$;

comment on function queue.park_rest is 'Has what a gate keeps of a part wait there.';

-- Gives the page, not yet stored, and moves the turn on. A page may be of a hundred parts: what is
-- done for each is kept in variables, where lists grow in place.
create function queue.fill(
    inout turn queue.turn, inout page queue.page, queue queue.queue, suspended uuid[], jobs integer, priority integer,
    inout taken integer, out is_full boolean
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_is_free boolean := not queue.is_limited and suspended = '{}';
    v_tag bigint := turn.tags[priority];
    v_backlog_id bigint := turn.backlog_ids[priority];
    v_offset integer := turn.offsets[priority];
    v_before integer := taken;
    v_tenant_ids uuid[] := page.tenant_ids;
    v_job_ids bigint[] := page.job_ids;
    v_sizes smallint[] := page.sizes;
    v_attempts smallint[] := page.attempts;
    v_part queue.backlog;
    v_skip integer;
    v_fits integer;
    v_rest queue.backlog;
    v_fit record;
begin
    for v_part in select n.* from queue.next_parts(turn, priority, jobs - taken) as n loop
        v_skip := case when v_part.backlog_id = v_backlog_id then v_offset else 0 end;
        continue when v_part.size = v_skip;
        exit when taken = jobs or is_full or (v_part.is_suspect and taken > 0);
        v_fits := least(v_part.size - v_skip, jobs - taken);
        v_tag := v_part.tag;
        v_backlog_id := v_part.backlog_id;
        v_offset := v_skip + v_fits;
        if not v_is_free then
            v_fit := queue.admit(page, v_part, v_fits, suspended);
            v_fits := v_fit.fits;
            page.is_gated := page.is_gated or queue.is_limited;
            if v_fit.gate is not null then
                v_rest := queue.slice(v_part, v_skip + v_fits, v_part.size - v_skip - v_fits);
                turn := queue.park_rest(turn, v_rest, v_fit.gate, v_fit.gate_key);
                v_offset := v_part.size;
            end if;
            continue when v_fits = 0;
        end if;
        if v_fits < v_part.size then
            v_part := queue.slice(v_part, v_skip, v_fits);
        end if;
        if cardinality(v_part.job_ids) = 1 then
            v_tenant_ids := v_tenant_ids || v_part.tenant_id;
            v_job_ids := v_job_ids || v_part.job_ids[1];
            v_sizes := v_sizes || v_part.sizes[1];
            v_attempts := v_attempts || v_part.attempts[1];
        else
            v_tenant_ids := v_tenant_ids || array_fill(v_part.tenant_id, array[cardinality(v_part.job_ids)]);
            v_job_ids := v_job_ids || v_part.job_ids;
            v_sizes := v_sizes || v_part.sizes;
            v_attempts := v_attempts || v_part.attempts;
        end if;
        page.is_announced := page.is_announced or v_part.is_announced;
        page.is_gated := page.is_gated or v_part.is_ordered;
        is_full := v_part.is_suspect;
        page.is_suspect := v_part.is_suspect;
        taken := taken + v_fits;
    end loop;
    is_full := coalesce(is_full or taken = jobs or v_part.is_suspect, false);
    page.tenant_ids := v_tenant_ids;
    page.job_ids := v_job_ids;
    page.sizes := v_sizes;
    page.attempts := v_attempts;
    turn.tags[priority] := v_tag;
    turn.backlog_ids[priority] := v_backlog_id;
    turn.offsets[priority] := v_offset;
    turn.waiting[priority] := turn.waiting[priority] - (taken - v_before);
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
declare
    v_lower bigint;
    v_upper bigint;
begin
    if cardinality(page.job_ids) = 1 then
        v_lower := page.job_ids[1];
        v_upper := v_lower + page.sizes[1] - 1;
    else
        select min(s.job_id), max(s.job_id + s.size - 1)
        into v_lower, v_upper
        from unnest(page.job_ids, page.sizes) as s (job_id, size);
    end if;
    if not exists (
        select
        from queue.cancellation as c
        where c.tenant_id = any (page.tenant_ids) and c.job_id between v_lower and v_upper
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

create function queue.why_cancelled(tenant_id uuid, job_id bigint)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select c.error
        from queue.cancellation as c
        where c.tenant_id = why_cancelled.tenant_id and c.job_id = why_cancelled.job_id
        order by c.attempt desc
        limit 1
    );
end
$$;

comment on function queue.why_cancelled is 'Why a job was cancelled; null when somebody asked for it.';

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
        page,
        (
            select jsonb_agg(jsonb_build_object(
                'job_id', j.job_id, 'outcome', 'cancelled', 'error', queue.why_cancelled(j.tenant_id, j.job_id)
            ))
            from queue.jobs_in(page) as j
            where j.job_id = any (v_cancelled)
        )
    );
    if page.is_gated then
        perform queue.release(page);
    end if;
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

-- A turn is as old as its look at the leases: the next one looks at what ran out since.
create function queue.store_turn(turn queue.turn, turned_at timestamptz)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.turn (
        queue_id, turned_at, snapshot, ticked_at, last_id, floor_id, barrier_xid, timers_snapshot, timers_ticked_at,
        waiting, tags, backlog_ids, offsets, suspended, pending_snapshot, pending_xid, pending_id
    )
    values (
        turn.queue_id, turned_at, turn.snapshot, turn.ticked_at, turn.last_id, turn.floor_id, turn.barrier_xid,
        turn.timers_snapshot, turn.timers_ticked_at, turn.waiting, turn.tags, turn.backlog_ids, turn.offsets,
        turn.suspended, turn.pending_snapshot, turn.pending_xid, turn.pending_id
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
        page_id, queue_id, leased_at, leased_until, worker, is_announced, is_gated, is_suspect, tenant_ids, job_ids, sizes,
        attempts
    )
    values (
        page.page_id, page.queue_id, page.leased_at, page.leased_until, page.worker, page.is_announced, page.is_gated,
        page.is_suspect, page.tenant_ids, page.job_ids, page.sizes, page.attempts
    )
    returning p.lease_id into page.lease_id;
    return page;
end
$$;

comment on function queue.store_page is 'Writes a page down with a secret of its own.';

-- The gate of the queue as a whole lets so many go; nothing is parked at it, the turns just stop.
create function queue.room_in(queue queue.queue, jobs integer)
returns integer
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_limit queue.gate_limit;
    v_nobody constant uuid := '00000000-0000-0000-0000-000000000000';
begin
    if not queue.is_limited then
        return jobs;
    end if;
    v_limit := queue.limit_of(queue.queue_id, 'queue', v_nobody);
    if v_limit.concurrency is null and v_limit.rate is null then
        return jobs;
    end if;
    return least(
        jobs, queue.room_at(queue.without_gone(queue.gate_of(queue.queue_id, 'queue', v_nobody, '')), v_limit, 1::smallint)
    );
end
$$;

comment on function queue.room_in is 'How many jobs of a queue may start now by the limits of the queue as a whole, at most so many.';

create function queue.pass_queue(page queue.page, queue queue.queue)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_limit queue.gate_limit := queue.limit_of(queue.queue_id, 'queue', '00000000-0000-0000-0000-000000000000');
begin
    if v_limit.concurrency is not null or v_limit.rate is not null then
        perform queue.pass(
            queue.without_gone(queue.gate_of(queue.queue_id, 'queue', '00000000-0000-0000-0000-000000000000', '')),
            v_limit, page.page_id, queue.size_of(page)::integer, 1::smallint
        );
    end if;
end
$$;

comment on function queue.pass_queue is 'Takes room and tokens of the queue as a whole for the jobs of a page.';

create function queue.fill_page(inout turn queue.turn, inout page queue.page, queue queue.queue, jobs integer)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_suspended uuid[] := tenancy.suspended_tenants();
    v_turn_no bigint := turn.turn_id;
    v_waiting bigint := turn.waiting[1] + turn.waiting[2] + turn.waiting[3] + turn.waiting[4];
    v_filled record;
    v_taken integer := 0;
    v_priority integer;
begin
    foreach v_priority in array
        case
            when v_waiting = any (turn.waiting) then array[array_position(turn.waiting, v_waiting)]
            else queue.order_of_priorities(turn, v_turn_no)
        end
    loop
        v_filled := queue.fill(turn, page, queue, v_suspended, jobs, v_priority, v_taken);
        v_taken := v_filled.taken;
        turn := v_filled.turn;
        page := v_filled.page;
        exit when v_filled.is_full;
    end loop;
    if queue.is_limited and page.job_ids <> '{}' then
        perform queue.pass_queue(page, queue);
    end if;
end
$$;

comment on function queue.fill_page is 'Takes jobs of all priorities, in their turn, into a page until it has so many.';

-- Where nothing waits and all that came fits into one page, nobody's turn is before another's: it need
-- not pass through the backlog.
create function queue.fits_at_once(turn queue.turn, queue queue.queue, attempts queue.attempt[], jobs integer)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    if attempts = '{}' or queue.is_limited or turn.waiting <> '{0,0,0,0}' or tenancy.suspended_tenants() <> '{}' then
        return false;
    elsif cardinality(attempts) = 1 then
        return (attempts[1]).size <= jobs and (attempts[1]).ordering_key is null;
    end if;
    return (
        select sum(a.size) <= jobs and bool_and(a.ordering_key is null and not a.is_suspect)
        from unnest(attempts) as a
    );
end
$$;

comment on function queue.fits_at_once is
    'Whether attempts may all be handed out as one page of at most so many jobs, without regard to turns, gates and each other.';

create function queue.fill_at_once(page queue.page, attempts queue.attempt[])
returns queue.page
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    if cardinality(attempts) = 1 then
        page.tenant_ids := array[(attempts[1]).tenant_id];
        page.job_ids := array[(attempts[1]).job_id];
        page.sizes := array[(attempts[1]).size];
        page.attempts := array[(attempts[1]).attempt];
        page.is_announced := (attempts[1]).is_announced;
        page.is_suspect := (attempts[1]).is_suspect;
        return page;
    end if;
    select
        array_agg(a.tenant_id order by a.priority, a.job_id), array_agg(a.job_id order by a.priority, a.job_id),
        array_agg(a.size order by a.priority, a.job_id), array_agg(a.attempt order by a.priority, a.job_id),
        bool_or(a.is_announced)
    into page.tenant_ids, page.job_ids, page.sizes, page.attempts, page.is_announced
    from unnest(attempts) as a;
    return page;
end
$$;

comment on function queue.fill_at_once is 'A page of just these attempts.';

create function queue.deal(queue queue.queue, worker text, jobs integer)
returns queue.page
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_turn queue.turn := queue.latest_turn(queue.queue_id);
    v_now timestamptz := core.now();
    v_page queue.page;
    v_room integer := jobs;
    v_cut record;
    v_filled record;
begin
    if date_trunc('second', v_now) > date_trunc('second', v_turn.turned_at) then
        perform queue.expire_leases(queue.queue_id, v_turn.turned_at - interval '5 seconds');
    end if;
    if queue.is_limited then
        v_room := queue.room_in(queue, jobs);
        if v_room = 0 then
            return null;
        end if;
    end if;
    v_page := row(
        null, queue.queue_id, null, v_now, v_now + queue.lease, worker, false, false, false, '{}', '{}', '{}', '{}'
    );
    if v_turn.waiting[1] + v_turn.waiting[2] + v_turn.waiting[3] + v_turn.waiting[4] < jobs
        or v_now > v_turn.ticked_at + interval '5 milliseconds'
    then
        v_cut := queue.cut(v_turn);
        v_turn := v_cut.turn;
        if queue.fits_at_once(v_turn, queue, v_cut.attempts, v_room) then
            v_page := queue.fill_at_once(v_page, v_cut.attempts);
        elsif v_cut.attempts <> '{}' then
            v_turn := queue.line_up(v_turn, queue, v_cut.attempts);
        end if;
    end if;
    if v_page.job_ids = '{}' and v_turn.waiting = '{0,0,0,0}' then
        if v_turn.turned_at is null then
            perform queue.store_turn(v_turn, v_now);
        end if;
        return null;
    end if;
    v_page.page_id := nextval('queue.page_id_seq');
    if v_page.job_ids = '{}' then
        v_filled := queue.fill_page(v_turn, v_page, queue, v_room);
        v_turn := v_filled.turn;
        v_page := v_filled.page;
    end if;
    perform queue.store_turn(v_turn, v_now);
    v_page := queue.drop_cancelled(v_page);
    if v_page.job_ids = '{}' then
        insert into queue.settlement (page_id) values (v_page.page_id);
        return v_page;
    end if;
    return queue.store_page(v_page);
end
$$;

comment on function queue.deal is
    'Hands the jobs whose turn it is to a worker, at most so many, as a page; null when nothing waits, a page without jobs when they are cancelled or kept by gates. The caller holds the lock of the queue.';

commit;
