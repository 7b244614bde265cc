-- Deploy howdah:pulse/maintain to pg
-- requires: pulse/tick
-- requires: ops/maintain

begin;

set local role pulse_owner;

create function pulse.maintain()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_partition regclass;
begin
    perform ops.maintain_log('pulse.tick');

    for v_partition in select p from ops.expired_partitions('pulse.tick') as p loop
        execute format('drop table %s', v_partition);
    end loop;
end
$$;

comment on function pulse.maintain is 'Creates the partitions of ticks that come next and drops those past their retention.';
grant execute on function pulse.maintain to ops_owner;
grant usage on schema pulse to ops_owner;

select ops.register_maintenance('pulse.maintain');

commit;
