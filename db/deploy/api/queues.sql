-- Deploy howdah:api/queues to pg
-- requires: api/schema
-- requires: queue/list_queues
-- requires: queue/limit

begin;

set local role api_owner;

create type api.queue as (name text, state text, waiting_count bigint, running_count bigint);
comment on type api.queue is 'A queue and how full it is, over all tenants.';
comment on column api.queue.name is 'The name of the queue.';
comment on column api.queue.state is 'running. paused: jobs are accepted, none is handed out. draining: none is accepted, what is there is worked off.';
comment on column api.queue.waiting_count is 'How many jobs wait in it.';
comment on column api.queue.running_count is 'How many jobs run.';

create function api.list_queues()
returns setof api.queue
language sql
stable
security definer
set search_path = ''
as $$
    select q.* from queue.list_queues() as q
$$;

comment on function api.list_queues is 'Lists the queues and how full they are.';

select gateway.expose('GET', '/v1/queues', 'api.list_queues', 'List the queues', 'queue.read', tags => '{jobs}');

create function api.find_queue(name text)
returns api.queue
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_queue api.queue;
begin
    select q.* into v_queue from api.list_queues() as q where q.name = find_queue.name;
    if not found then
        raise exception using errcode = 'QU404', message = format('there is no queue %L', find_queue.name);
    end if;
    return v_queue;
end
$$;

comment on function api.find_queue is 'A queue and how full it is. Raises QU404.';

create domain api.queue_state as text
    constraint state_is_running_paused_or_draining check (value in ('running', 'paused', 'draining'));
comment on domain api.queue_state is 'running, paused or draining.';

create function api.set_queue_state(queue text, state api.queue_state)
returns api.queue
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    case state
        when 'running' then perform queue.resume(queue);
        when 'paused' then perform queue.pause(queue);
        else perform queue.drain(queue);
    end case;
    return api.find_queue(queue);
end
$$;

comment on function api.set_queue_state is
    'Pauses a queue (jobs are accepted, none is handed out), drains it (none is accepted, what is there is worked off), or lets it run. Raises QU404.';

create domain api.queue_gate as text
    constraint gate_is_queue_tenant_or_key check (value in ('queue', 'tenant', 'key'));
comment on domain api.queue_gate is 'queue: all of it. tenant: each tenant in it. key: each limit_key of a tenant.';

create function api.set_queue_limit(
    queue text,
    gate api.queue_gate,
    concurrency integer default null,
    rate double precision default null,
    burst integer default null
)
returns api.queue
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform queue.set_limit(queue, gate, concurrency, rate, burst);
    return api.find_queue(queue);
end
$$;

comment on function api.set_queue_limit is
    'Limits how many jobs run at a time and start in a second; without both, lifts the limit. Raises QU404.';

create function api.set_queue_share(
    queue text,
    tenant_id uuid,
    weight smallint default 1,
    concurrency integer default null,
    rate double precision default null,
    burst integer default null
)
returns api.queue
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform queue.set_share(queue, tenant_id, weight, concurrency, rate, burst);
    return api.find_queue(queue);
end
$$;

comment on function api.set_queue_share is
    'Gives a tenant its weight among the others of a queue, and limits of its own. Raises QU404.';

select gateway.expose(
    'PUT', '/v1/queues/{queue}/state', 'api.set_queue_state', 'Pause, drain or resume a queue', 'operator.queue.write',
    tags => '{jobs}', arguments => '{"queue": "The name of the queue.", "state": "running, paused or draining."}',
    examples => '{"request": {"state": "running"}}'
);
select gateway.expose(
    'PUT', '/v1/queues/{queue}/limits/{gate}', 'api.set_queue_limit', 'Limit a queue', 'operator.queue.write', tags => '{jobs}',
    arguments => '{"queue": "The name of the queue.", "gate": "queue, tenant or key.", "concurrency": "How many jobs may run at a time.", "rate": "How many tokens a second the bucket gets.", "burst": "How many tokens it holds."}',
    examples => '{"request": {"concurrency": 100}}'
);
select gateway.expose(
    'PUT', '/v1/queues/{queue}/shares/{tenant_id}', 'api.set_queue_share', 'Give a tenant its share of a queue', 'operator.queue.write',
    tags => '{jobs}',
    arguments => '{"queue": "The name of the queue.", "tenant_id": "The tenant.", "weight": "How many jobs it gets in the time in which others get one, 1 to 1000.", "concurrency": "How many of its jobs may run at a time.", "rate": "How many tokens a second its bucket gets.", "burst": "How many tokens it holds."}',
    examples => '{"request": {"weight": 3}}'
);

commit;
