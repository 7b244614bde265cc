-- Deploy howdah:queue/list_limits to pg
-- requires: queue/limit

begin;

set local role queue_owner;

create function queue.list_limits(queue text)
returns setof queue.gate_limit
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
    v_queue_id integer := queue.queue_id_of(queue);
begin
    return query
    select l.* from queue.gate_limit as l where l.queue_id = v_queue_id order by array_position('{queue,tenant,key}'::text[], l.gate);
end
$$;

comment on function queue.list_limits is 'The limits of a queue: of it as a whole, of each tenant in it, of each key. Raises QU404.';
grant usage on type queue.gate_limit, queue.share to api_owner;

reset role;
set local role queue_engine;

create function queue.shares_after(queue_id integer, after uuid, "limit" integer)
returns setof queue.share
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select s.*
    from queue.share as s
    where s.queue_id = shares_after.queue_id and (after is null or s.tenant_id > after)
    order by s.tenant_id
    limit shares_after."limit";
end
$$;

comment on function queue.shares_after is 'The shares of a queue behind a tenant.';
grant execute on function queue.shares_after to queue_owner;

reset role;
set local role queue_owner;

create function queue.list_shares(queue text, after uuid, "limit" integer)
returns setof queue.share
language sql
stable
security definer
set search_path = ''
as $$
    select s.* from queue.shares_after(queue.queue_id_of(list_shares.queue), after, "limit") as s
$$;

comment on function queue.list_shares is
    'Which tenants get another share of a queue than all others, or have limits of their own in it, by their id. Raises QU404.';
grant execute on function queue.list_limits(text), queue.list_shares(text, uuid, integer) to api_owner;

commit;
