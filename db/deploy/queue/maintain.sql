-- Deploy howdah:queue/maintain to pg
-- requires: queue/claim
-- requires: ops/maintain

begin;

set local role queue_owner;

-- Several logs share a sequence, and it must never be moved back: one transaction at a time.
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
    if not pg_try_advisory_xact_lock(hashtextextended('queue.maintain', 0)) then
        return;
    end if;
    foreach v_log in array array[
        'queue.lot', 'queue.outcome', 'queue.cancellation', 'queue.timer',
        'queue.turn', 'queue.backlog', 'queue.page', 'queue.heartbeat', 'queue.settlement'
    ] loop
        perform ops.maintain_log(v_log);
    end loop;
end
$$;

comment on function queue.maintain is
    'Creates the partitions that come next. Does nothing while another does it.';
grant execute on function queue.maintain to ops_owner;

select ops.register_maintenance('queue.maintain');

commit;
