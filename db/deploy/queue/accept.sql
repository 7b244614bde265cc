-- Deploy howdah:queue/accept to pg
-- requires: queue/add_lots
-- requires: queue/batch
-- requires: queue/dependency
-- requires: queue/unique_claim
-- requires: queue/state

begin;

set local role queue_owner;

create type queue.intake as (
    unique_key text,
    unique_for interval,
    unique_states text[],
    depends_on bigint[],
    depends_policy text
);
comment on type queue.intake is 'On what terms jobs are accepted.';
comment on column queue.intake.unique_key is 'The key that no other job may have meanwhile; null for none.';
comment on column queue.intake.unique_for is 'For how long; null: without an end.';
comment on column queue.intake.unique_states is
    'In which states a job with the same key counts; null: in all until unique_for is over, else until it has ended.';
comment on column queue.intake.depends_on is 'The jobs that must have ended before; null for none.';
comment on column queue.intake.depends_policy is
    'succeeded: they are cancelled when one of these is dead or cancelled. ended: they run then, too.';

create function queue.arguments_key(kind text, payload jsonb)
returns text
language sql
immutable
parallel safe
set search_path = ''
as $$
    select concat_ws(' ', left(kind, 128), md5(payload::text))
$$;

comment on function queue.arguments_key is 'A unique_key for jobs that are the same when kind and payload are.';

create function queue.key_lock(tenant_id uuid, unique_key text)
returns bigint
language sql
immutable
set search_path = ''
as $$
    select hashtextextended(concat_ws(' ', 'queue.key', tenant_id, unique_key), 0)
$$;

comment on function queue.key_lock is 'The advisory lock of a unique key.';

create function queue.counts_as_duplicate(claim queue.unique_claim, intake queue.intake)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_job queue.job;
    v_state text;
begin
    if claim.claimed_at <= core.now() - intake.unique_for then
        return false;
    elsif intake.unique_for is not null and intake.unique_states is null then
        return true;
    end if;
    v_job := queue.find_job(claim.tenant_id, claim.job_id);
    if v_job.job_id is null then
        return false;
    end if;
    v_state := (queue.derive_state(v_job)).state;
    return case
        when intake.unique_states is null then v_state not in ('succeeded', 'dead', 'cancelled')
        else v_state = any (intake.unique_states)
    end;
end
$$;

comment on function queue.counts_as_duplicate is 'Whether a job that has a key keeps others from having it.';

-- Who waits for the lock looks afterwards, in statements that see what the one before it has
-- committed. Jobs with one key that may be in force at a time are few: the newest twenty count.
create function queue.find_duplicate(tenant_id uuid, intake queue.intake)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_claim queue.unique_claim;
begin
    perform pg_advisory_xact_lock(queue.key_lock(tenant_id, intake.unique_key));
    for v_claim in
        select c.*
        from queue.unique_claim as c
        where c.tenant_id = find_duplicate.tenant_id and c.unique_key = intake.unique_key
        order by c.job_id desc
        limit 20
    loop
        if queue.counts_as_duplicate(v_claim, intake) then
            return v_claim.job_id;
        end if;
    end loop;
    return null;
end
$$;

comment on function queue.find_duplicate is
    'The job that has a key; null when there is none, and then nobody else gets it before this transaction ends.';

create function queue.check_unique(intake queue.intake)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
    if length(intake.unique_key) not between 1 and 256 then
        raise exception using
            errcode = 'QU422', message = 'a unique key has 1 to 256 characters', column = 'unique_key';
    elsif not intake.unique_states <@ array[
        'blocked', 'scheduled', 'queued', 'running', 'retrying', 'succeeded', 'dead', 'cancelled'
    ] then
        raise exception using
            errcode = 'QU422', message = format('%L names a state that no job can have', intake.unique_states),
            column = 'unique_states';
    end if;
end
$$;

comment on function queue.check_unique is 'Raises QU422 for a unique_key or unique_states that can''t be.';

create function queue.batch_lock(batch_id bigint)
returns bigint
language sql
immutable
set search_path = ''
as $$
    select hashtextextended(concat_ws(' ', 'queue.batch', batch_id), 0)
$$;

comment on function queue.batch_lock is 'The advisory lock of a batch: shared by who adds jobs, exclusive to who closes it.';

create function queue.join_batch(tenant_id uuid, batch_id bigint, jobs integer)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform pg_advisory_xact_lock_shared(queue.batch_lock(batch_id));
    if not exists (
        select from queue.batch as b where b.tenant_id = join_batch.tenant_id and b.batch_id = join_batch.batch_id
    ) then
        raise exception using
            errcode = 'QU422', message = format('there is no batch %s', batch_id), column = 'batch_id';
    elsif exists (
        select
        from queue.batch_entry as e
        where e.tenant_id = join_batch.tenant_id and e.batch_id = join_batch.batch_id and e.is_closing
    ) then
        raise exception using
            errcode = 'QU409', message = format('batch %s is closed', batch_id), column = 'batch_id';
    end if;
    insert into queue.batch_entry (tenant_id, batch_id, added) values (tenant_id, batch_id, jobs);
end
$$;

comment on function queue.join_batch is
    'Says that so many jobs come into a batch. Raises QU422 when there is no such batch, QU409 when it is closed.';

create function queue.check_needs(tenant_id uuid, depends_on bigint[], depends_policy text)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_unknown bigint;
begin
    if cardinality(depends_on) > 100 then
        raise exception using
            errcode = 'QU422', message = format('a job may depend on 100 others, not on %s', cardinality(depends_on)),
            column = 'depends_on', hint = 'Enqueue the others as a batch and let this one follow it.';
    elsif coalesce(depends_policy not in ('succeeded', 'ended'), true) then
        raise exception using
            errcode = 'QU422', message = format('%L is no policy', depends_policy), column = 'depends_policy';
    end if;
    select n.job_id
    into v_unknown
    from (select d as job_id, d & -128 as lot_id, d % 128 as place from unnest(depends_on) as d offset 0) as n
    where n.job_id is null or n.place >= coalesce(
        (select l.size from queue.lot as l where l.tenant_id = check_needs.tenant_id and l.job_id = n.lot_id), 0
    )
    limit 1;
    if found then
        raise exception using
            errcode = 'QU422', message = format('there is no job %s', v_unknown), column = 'depends_on';
    end if;
end
$$;

comment on function queue.check_needs is
    'Raises QU422 unless these are at most 100 jobs of a tenant, and the policy is known.';

-- The timer brings the lots to the next turn of their queue, which looks at what they need.
create function queue.add_needs(lot queue.lot, job_ids bigint[], intake queue.intake)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform nextval('queue.dependency_seq');
    insert into queue.dependency (tenant_id, needed_id, job_id, queue_id, size, policy, run_at)
    select lot.tenant_id, n.job_id, l.job_id, lot.queue_id, l.size, intake.depends_policy, lot.run_at
    from (select j & -128 as job_id, count(*) as size from unnest(job_ids) as j group by j & -128) as l
        cross join (select distinct d as job_id from unnest(intake.depends_on) as d) as n;
    insert into queue.timer (tenant_id, due_at, queue_id, gate, gate_key)
    select distinct lot.tenant_id, lot.enqueued_at, lot.queue_id, 'dependent', concat_ws(' ', j & -128, 0)
    from unnest(job_ids) as j;
end
$$;

comment on function queue.add_needs is 'Has the lots of these jobs wait for others.';

create function queue.accept(lot queue.lot, intake queue.intake, out job_ids bigint[], out is_duplicate boolean)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_needy queue.lot := lot;
begin
    is_duplicate := false;
    if intake.unique_key is not null then
        perform queue.check_unique(intake);
        job_ids := array[queue.find_duplicate(lot.tenant_id, intake)];
        is_duplicate := job_ids[1] is not null;
        if is_duplicate then
            return;
        end if;
    end if;
    if lot.batch_id is not null then
        perform queue.join_batch(lot.tenant_id, lot.batch_id, cardinality(lot.payloads));
    end if;
    if coalesce(cardinality(intake.depends_on), 0) > 0 then
        perform queue.check_needs(lot.tenant_id, intake.depends_on, intake.depends_policy);
        v_needy.run_at := 'infinity';
    end if;
    job_ids := queue.add_lots(v_needy);
    if v_needy.run_at = 'infinity' then
        perform queue.add_needs(lot, job_ids, intake);
    end if;
    if intake.unique_key is not null then
        insert into queue.unique_claim (tenant_id, unique_key, job_id, claimed_at)
        values (lot.tenant_id, intake.unique_key, job_ids[1], lot.enqueued_at);
    end if;
end
$$;

comment on function queue.accept is
    'Writes jobs that are alike on these terms; gives their numbers, or that of the job that has the key already. Raises QU409, QU422, 23514, 42501.';

commit;
