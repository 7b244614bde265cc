-- Deploy howdah:queue/debounce to pg
-- requires: queue/enqueue_unique
-- requires: queue/cancel

begin;

set local role queue_owner;

create function queue.latest_claim(tenant_id uuid, unique_key text)
returns queue.unique_claim
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_claim queue.unique_claim;
begin
    perform pg_advisory_xact_lock(queue.key_lock(tenant_id, unique_key));
    select c.*
    into v_claim
    from queue.unique_claim as c
    where c.tenant_id = latest_claim.tenant_id and c.unique_key = latest_claim.unique_key
    order by c.job_id desc
    limit 1;
    return v_claim;
end
$$;

comment on function queue.latest_claim is 'Who had a key last; nobody else gets it before this transaction ends.';

-- A job whose time has come meanwhile runs, and the new one after it: that call came too late.
create function queue.supersede(claim queue.unique_claim)
returns boolean
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_job queue.job := queue.find_job(claim.tenant_id, claim.job_id);
begin
    if claim.first_at is null or v_job.job_id is null or (queue.derive_state(v_job)).state <> 'scheduled' then
        return false;
    end if;
    insert into queue.cancellation (tenant_id, job_id, attempt, error)
    values (
        claim.tenant_id, claim.job_id, 1,
        '{"type": "superseded", "message": "a later call with the same key took its place"}'
    )
    on conflict do nothing;
    return true;
end
$$;

comment on function queue.supersede is 'Cancels a job that was put off and still waits; false when it does not.';

create function queue.debounce(
    unique_key text,
    wait interval,
    kind core.word,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    max_wait interval default null,
    max_attempts smallint default null,
    is_announced boolean default false,
    trace text default null,
    ordering_key text default null,
    limit_key text default null,
    weight smallint default 1,
    keeps_result boolean default false
)
returns bigint
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_lot queue.lot := queue.new_lot(row(
        kind, payload, queue, priority, null, max_attempts, is_announced, trace, ordering_key, limit_key, weight, null,
        keeps_result, null, null, null, null, null, null, null
    ));
    v_claim queue.unique_claim;
    v_first_at timestamptz := v_lot.enqueued_at;
    v_job_id bigint;
begin
    perform queue.check_payload(payload, 1), queue.check_unique(row(unique_key, null, null, null, null));
    if wait is null or wait < interval '0' or max_wait < wait then
        raise exception using
            errcode = 'QU422', message = format('%s is no wait within %s', wait, coalesce(max_wait::text, 'no limit')),
            column = 'wait';
    end if;
    v_claim := queue.latest_claim(v_lot.tenant_id, unique_key);
    if v_claim.job_id is not null and queue.supersede(v_claim) then
        v_first_at := v_claim.first_at;
    end if;
    v_lot.run_at := queue.check_run_at(least(v_lot.enqueued_at + wait, v_first_at + max_wait));
    v_job_id := queue.add_lot(v_lot);
    insert into queue.unique_claim (tenant_id, unique_key, job_id, claimed_at, first_at)
    values (v_lot.tenant_id, debounce.unique_key, v_job_id, v_lot.enqueued_at, v_first_at);
    perform pulse.announce('queue');
    return v_job_id;
end
$$;

comment on function queue.debounce is
    'Enqueues a job that runs when no other call with the key has come for the wait, but not later than max_wait after the first; gives its number. Of these calls the last one counts: the jobs of those before it are cancelled as superseded. Raises QU422, QU423, 23514, 42501.';

-- The newest claim may be of a period to come: then that one is taken, too.
create function queue.throttle(
    unique_key text,
    period interval,
    kind core.word,
    payload jsonb default '{}',
    queue core.word default 'default',
    priority smallint default 2,
    takes_next boolean default false,
    max_attempts smallint default null,
    is_announced boolean default false,
    trace text default null,
    ordering_key text default null,
    limit_key text default null,
    weight smallint default 1,
    keeps_result boolean default false,
    out job_id bigint,
    out is_duplicate boolean
)
returns record
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_lot queue.lot := queue.new_lot(row(
        kind, payload, queue, priority, null, max_attempts, is_announced, trace, ordering_key, limit_key, weight, null,
        keeps_result, null, null, null, null, null, null, null
    ));
    v_claim queue.unique_claim;
    v_next_at timestamptz;
begin
    perform queue.check_payload(payload, 1), queue.check_unique(row(unique_key, null, null, null, null));
    if period is null or period <= interval '0' then
        raise exception using errcode = 'QU422', message = 'a period takes a time', column = 'period';
    end if;
    v_claim := queue.latest_claim(v_lot.tenant_id, unique_key);
    v_next_at := greatest(v_claim.claimed_at + period, v_lot.enqueued_at);
    is_duplicate := v_claim.job_id is not null and (
        v_claim.claimed_at > v_lot.enqueued_at or (v_next_at > v_lot.enqueued_at and not takes_next)
    );
    if is_duplicate then
        job_id := v_claim.job_id;
        return;
    end if;
    v_lot.run_at := queue.check_run_at(v_next_at);
    job_id := queue.add_lot(v_lot);
    insert into queue.unique_claim (tenant_id, unique_key, job_id, claimed_at)
    values (v_lot.tenant_id, throttle.unique_key, throttle.job_id, v_next_at);
    perform pulse.announce('queue');
end
$$;

comment on function queue.throttle is
    'Enqueues a job unless one with the key came less than a period ago, and says which of the two happened. With takes_next one more is put off to the period that follows. Raises QU422, QU423, 23514, 42501.';
grant execute on function queue.debounce, queue.throttle to api_owner, event_owner, event_engine;

commit;
