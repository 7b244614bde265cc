-- Deploy howdah:queue/maintain to pg
-- requires: queue/expire_leases
-- requires: ops/maintain

begin;

set local role queue_engine;

create function queue.expire_forgotten_leases()
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select queue.expire_leases(core.now() - interval '1 hour')
$$;

comment on function queue.expire_forgotten_leases is
    'Takes back what ran out of its lease within the last hour, should the cut have missed it.';
grant execute on function queue.expire_forgotten_leases to queue_owner;

reset role;
set local role queue_owner;

create function queue.maintain()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_log text;
begin
    foreach v_log in array array[
        'queue.job', 'queue.outcome', 'queue.cancellation', 'queue.timer',
        'queue.page', 'queue.lease', 'queue.heartbeat', 'queue.settlement'
    ] loop
        perform ops.maintain_log(v_log);
    end loop;

    perform queue.expire_forgotten_leases();
end
$$;

comment on function queue.maintain is 'Creates the partitions that come next and takes back forgotten leases.';
grant execute on function queue.maintain to ops_owner;

select ops.register_maintenance('queue.maintain');

commit;
