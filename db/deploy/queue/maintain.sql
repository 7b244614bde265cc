-- Deploy howdah:queue/maintain to pg
-- requires: queue/claim
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

-- A hint never passes a free page by itself; a restored or promoted copy of the database may have
-- sequences that are ahead of its tables.
create function queue.lower_hints(since timestamptz default '-infinity')
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform setval(format('queue.lane_%s_hint', f.lane_id)::regclass, f.lowest)
    from (
        select p.lane_id, min(p.page_id) as lowest
        from queue.page as p
        where p.page_id >= case when since > '-infinity' then core.id_at(since) else 0 end
            and not exists (select from queue.lease as l where l.page_id = p.page_id)
        group by p.lane_id
    ) as f
    where f.lowest < queue.hint(f.lane_id);
end
$$;

comment on function queue.lower_hints is
    'Moves the hint of each lane back to the lowest page that nobody has leased, among those cut since a time.';
grant execute on function queue.expire_forgotten_leases(), queue.lower_hints(timestamptz) to queue_owner;

reset role;
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
        'queue.job', 'queue.outcome', 'queue.cancellation', 'queue.timer',
        'queue.page', 'queue.lease', 'queue.heartbeat', 'queue.settlement'
    ] loop
        perform ops.maintain_log(v_log);
    end loop;

    perform queue.expire_forgotten_leases();
    perform queue.lower_hints(core.now() - interval '1 hour');
end
$$;

comment on function queue.maintain is
    'Creates the partitions that come next, takes back forgotten leases and rights the hints. Does nothing while another does it.';
grant execute on function queue.maintain to ops_owner;

select ops.register_maintenance('queue.maintain');

commit;
