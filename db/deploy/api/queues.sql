-- Deploy howdah:api/queues to pg
-- requires: api/schema
-- requires: queue/list_queues
-- requires: queue/list_limits
-- requires: queue/retry_rule
-- requires: queue/list_blocked_keys

begin;

set local role api_owner;

create domain api.queue_state as text
constraint queue_state_is_known check (value in ('running', 'paused', 'draining'));
comment on domain api.queue_state is
    'running. paused: jobs are accepted, none is handed out. draining: none is accepted, what is there is worked off.';

create domain api.limit_gate as text
constraint limit_gate_is_known check (value in ('queue', 'tenant', 'key'));
comment on domain api.limit_gate is 'For what a limit holds: the queue as a whole, each tenant in it, each limit_key of a tenant.';

create domain api.blocked_gate as text
constraint blocked_gate_is_known check (value in ('order', 'key'));
comment on domain api.blocked_gate is 'What jobs wait for: order, the job before them with the same ordering key; key, the limits of their limit key.';

create domain api.retry_outcome as text
constraint retry_outcome_is_known check (value in ('retry', 'dead', 'snooze'));
comment on domain api.retry_outcome is
    'What follows an error: retry, another attempt; dead, none; snooze, the job is put off and the attempt does not count.';

create domain api.retry_strategy as text
constraint retry_strategy_is_known check (value in ('exponential', 'linear', 'fixed'));
comment on domain api.retry_strategy is 'How waits grow with each attempt: exponential, linear or fixed.';

create type api.queue as (name text, state text, waiting_count bigint, running_count bigint);
comment on type api.queue is 'A queue and how full it is, over all tenants.';
comment on column api.queue.name is 'The name of the queue.';
comment on column api.queue.state is 'running. paused: jobs are accepted, none is handed out. draining: none is accepted, what is there is worked off.';
comment on column api.queue.waiting_count is 'How many jobs wait in it.';
comment on column api.queue.running_count is 'How many jobs run.';

create type api.queue_limit as (gate text, concurrency integer, rate double precision, burst integer);
comment on type api.queue_limit is 'What limits jobs of a queue.';
comment on column api.queue_limit.gate is 'For what it holds: the queue as a whole, each tenant in it, each limit_key (key) of a tenant.';
comment on column api.queue_limit.concurrency is 'How many jobs may run at a time; null for any number.';
comment on column api.queue_limit.rate is 'How many may start in a second; null for any number.';
comment on column api.queue_limit.burst is 'How many may start at once after a pause; null: those of a second.';
select gateway.declare_nullable('api.queue_limit', 'concurrency', 'rate', 'burst');

create type api.queue_share as (tenant_id uuid, weight smallint, concurrency integer, rate double precision, burst integer);
comment on type api.queue_share is 'What a tenant gets of a queue, where it is not what every tenant gets.';
comment on column api.queue_share.tenant_id is 'The tenant.';
comment on column api.queue_share.weight is 'How many jobs it gets in the time in which others get one.';
comment on column api.queue_share.concurrency is 'How many of its jobs may run at a time; null: as for every tenant.';
comment on column api.queue_share.rate is 'How many of its jobs may start in a second; null: as for every tenant.';
comment on column api.queue_share.burst is 'How many may start at once after a pause; null: those of a second.';
select gateway.declare_nullable('api.queue_share', 'concurrency', 'rate', 'burst');

create type api.retry_rule as (
    error_type text, outcome text, retry_strategy text, retry_base_seconds double precision, retry_cap_seconds double precision,
    max_attempts smallint
);
comment on type api.retry_rule is 'What a queue does after errors of a type.';
comment on column api.retry_rule.error_type is 'The type of the error, or the beginning of one with * at its end.';
comment on column api.retry_rule.outcome is 'retry, dead, or snooze: put off without counting the attempt.';
comment on column api.retry_rule.retry_strategy is 'How waits grow; null: as in the queue.';
comment on column api.retry_rule.retry_base_seconds is 'The first wait; null: as in the queue.';
comment on column api.retry_rule.retry_cap_seconds is 'What waits grow to; null: as in the queue.';
comment on column api.retry_rule.max_attempts is 'After how many attempts a job is dead; null: as in the queue.';
select gateway.declare_nullable('api.retry_rule', 'retry_strategy', 'retry_base_seconds', 'retry_cap_seconds', 'max_attempts');

create type api.blocked_key as (key text, gate text, parked_count bigint, parked_at timestamptz, holder_id bigint);
comment on type api.blocked_key is 'A key for which jobs of the tenant wait.';
comment on column api.blocked_key.key is 'The ordering key or limit key.';
comment on column api.blocked_key.gate is 'order or key.';
comment on column api.blocked_key.parked_count is 'How many jobs wait.';
comment on column api.blocked_key.parked_at is 'Since when the first of them does.';
comment on column api.blocked_key.holder_id is 'For order: the job that has not ended yet; null when it just has, and for limits.';
select gateway.declare_nullable('api.blocked_key', 'holder_id');

create function api.list_queues()
returns setof api.queue
language sql
stable
security definer
set search_path = ''
as $$
    select q.name, q.state, q.waiting_count, q.running_count from queue.list_queues() as q
$$;

comment on function api.list_queues is 'Lists the queues and how full they are.';

create function api.list_blocked_keys(
    queue text default 'default',
    gate api.blocked_gate default 'order',
    after text default null,
    "limit" integer default 50
)
returns setof api.blocked_key
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select b.key, b.gate, b.parked_count, b.parked_at, b.holder_id
    from queue.list_blocked_keys(queue, gate, coalesce(after, ''), "limit") as b;
end
$$;

comment on function api.list_blocked_keys is
    'Lists the keys for which jobs of the tenant wait in a queue, by their names. It looks at a thousand keys at a time: a page may hold fewer than asked for, or none, and still have a next one. Raises QU404.';

create function api.set_queue_state(queue text, state api.queue_state)
returns api.queue
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_variable
begin
    case state
        when 'running' then perform queue.resume(queue);
        when 'paused' then perform queue.pause(queue);
        else perform queue.drain(queue);
    end case;
    return (select q from api.list_queues() as q where q.name = queue);
end
$$;

comment on function api.set_queue_state is
    'Pauses a queue, drains it or lets it run again; what runs goes on. For operators. Raises QU404.';

create function api.list_queue_limits(queue text)
returns setof api.queue_limit
language sql
stable
security definer
set search_path = ''
as $$
    select l.gate, l.concurrency, l.rate, l.burst from queue.list_limits(queue) as l
$$;

comment on function api.list_queue_limits is 'Lists the limits of a queue. For operators. Raises QU404.';

create function api.set_queue_limit(
    queue text,
    gate api.limit_gate,
    concurrency integer default null,
    rate double precision default null,
    burst integer default null
)
returns api.queue_limit
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform queue.set_limit(queue, gate, concurrency, rate, burst);
    return row(gate, concurrency, rate, burst)::api.queue_limit;
end
$$;

comment on function api.set_queue_limit is
    'Limits how many jobs run at a time and start in a second: in the whole queue, of each tenant, or of each key; without both, lifts the limit. For operators. Raises QU404.';

create function api.list_queue_shares(queue text, after uuid default null, "limit" integer default 50)
returns setof api.queue_share
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select s.tenant_id, s.weight, s.concurrency, s.rate, s.burst from queue.list_shares(queue, after, "limit") as s;
end
$$;

comment on function api.list_queue_shares is
    'Lists the tenants that get another share of a queue than all others, or have limits of their own in it. For operators. Raises QU404.';

create function api.set_queue_share(
    queue text,
    tenant_id uuid,
    weight smallint default 1,
    concurrency integer default null,
    rate double precision default null,
    burst integer default null
)
returns api.queue_share
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform queue.set_share(queue, tenant_id, weight, concurrency, rate, burst);
    return row(tenant_id, weight, concurrency, rate, burst)::api.queue_share;
end
$$;

comment on function api.set_queue_share is
    'Gives a tenant a share of a queue by its weight (1 to 1000), and limits of its own instead of those of every tenant. For operators. Raises QU404.';

create function api.list_retry_rules(queue text)
returns setof api.retry_rule
language sql
stable
security definer
set search_path = ''
as $$
    select
        r.error_type, r.outcome, r.retry_strategy, extract(epoch from r.retry_base)::double precision,
        extract(epoch from r.retry_cap)::double precision, r.max_attempts
    from queue.list_retry_rules(queue) as r
$$;

comment on function api.list_retry_rules is 'Lists what a queue does after errors of some types. For operators. Raises QU404.';

create function api.set_retry_rule(
    queue text,
    error_type text,
    outcome api.retry_outcome default 'retry',
    retry_strategy api.retry_strategy default null,
    retry_base_seconds double precision default null,
    retry_cap_seconds double precision default null,
    max_attempts smallint default null
)
returns api.retry_rule
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform queue.set_retry_rule(
        queue, error_type, outcome, retry_strategy, make_interval(secs => retry_base_seconds),
        make_interval(secs => retry_cap_seconds), max_attempts
    );
    return row(
        error_type, outcome, retry_strategy, retry_base_seconds, retry_cap_seconds, max_attempts
    )::api.retry_rule;
end
$$;

comment on function api.set_retry_rule is
    'Says what a queue does after errors of a type; the rule that fits best counts. For operators. Raises QU404.';

create function api.drop_retry_rule(queue text, error_type text)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select queue.drop_retry_rule(queue, error_type)
$$;

comment on function api.drop_retry_rule is
    'Has a queue do after such errors what it does after every other. For operators. Raises QU404.';

select gateway.expose('GET', '/v1/queues', 'api.list_queues', 'List the queues', 'queue.read', tags => '{queues}');
select gateway.expose(
    'GET', '/v1/blocked-keys', 'api.list_blocked_keys', 'List the keys for which jobs wait', 'queue.read', tags => '{queues}',
    page_key => 'key', arguments => '{"queue": "In which queue.", "gate": "order: for the job before them with the same ordering key. key: for the limits of their limit key.", "limit": "How many at most."}'
);
select gateway.expose(
    'PUT', '/v1/queues/{queue}/state', 'api.set_queue_state', 'Pause, drain or resume a queue', 'operator.queue.write',
    permission_text => 'Change how queues treat jobs', tags => '{queues}',
    arguments => '{"queue": "The queue.", "state": "running, paused or draining."}',
    examples => '{"request": {"state": "paused"}}'
);
select gateway.expose(
    'GET', '/v1/queues/{queue}/limits', 'api.list_queue_limits', 'List the limits of a queue', 'operator.queue.read',
    permission_text => 'See how queues treat jobs and how they go', tags => '{queues}', arguments => '{"queue": "The queue."}'
);
select gateway.expose(
    'PUT', '/v1/queues/{queue}/limits/{gate}', 'api.set_queue_limit', 'Limit a queue', 'operator.queue.write',
    permission_text => 'Change how queues treat jobs', tags => '{queues}',
    arguments => '{"queue": "The queue.", "gate": "For what it holds: queue, tenant or key.", "concurrency": "How many jobs may run at a time.", "rate": "How many may start in a second.", "burst": "How many may start at once after a pause; left out: those of a second."}',
    examples => '{"request": {"concurrency": 100}}'
);
select gateway.expose(
    'GET', '/v1/queues/{queue}/shares', 'api.list_queue_shares', 'List the shares of a queue', 'operator.queue.read',
    permission_text => 'See how queues treat jobs and how they go', tags => '{queues}', page_key => 'tenant_id',
    arguments => '{"queue": "The queue."}'
);
select gateway.expose(
    'PUT', '/v1/queues/{queue}/shares/{tenant_id}', 'api.set_queue_share', 'Give a tenant its share of a queue', 'operator.queue.write',
    permission_text => 'Change how queues treat jobs', tags => '{queues}',
    arguments => '{"queue": "The queue.", "tenant_id": "The tenant.", "weight": "How many jobs it gets in the time in which others get one.", "concurrency": "How many of its jobs may run at a time; left out: as for every tenant.", "rate": "How many may start in a second; left out: as for every tenant.", "burst": "How many may start at once after a pause; left out: those of a second."}',
    examples => '{"request": {"weight": 3}}'
);
select gateway.expose(
    'GET', '/v1/queues/{queue}/retry-rules', 'api.list_retry_rules', 'List the retry rules of a queue', 'operator.queue.read',
    permission_text => 'See how queues treat jobs and how they go', tags => '{queues}', arguments => '{"queue": "The queue."}'
);
select gateway.expose(
    'PUT', '/v1/queues/{queue}/retry-rules/{error_type}', 'api.set_retry_rule', 'Set a retry rule', 'operator.queue.write',
    permission_text => 'Change how queues treat jobs', tags => '{queues}',
    arguments => '{"queue": "The queue.", "error_type": "The type of the error, or the beginning of one with * at its end.", "outcome": "retry, dead or snooze.", "retry_strategy": "How waits grow; left out: as in the queue.", "retry_base_seconds": "The first wait; left out: as in the queue.", "retry_cap_seconds": "What waits grow to; left out: as in the queue.", "max_attempts": "After how many attempts a job is dead that does not say it itself; left out: as in the queue."}',
    examples => '{"request": {"outcome": "dead"}}'
);
select gateway.expose(
    'DELETE', '/v1/queues/{queue}/retry-rules/{error_type}', 'api.drop_retry_rule', 'End a retry rule', 'operator.queue.write',
    permission_text => 'Change how queues treat jobs', tags => '{queues}',
    arguments => '{"queue": "The queue.", "error_type": "The type that the rule is for, as it was set."}'
);

commit;
