-- Deploy howdah:pulse/maintain to pg
-- requires: pulse/tick
-- requires: ops/maintain

begin;

set local role pulse_owner;

-- One index look-up for each log, however many ticks there are.
create function pulse.partitions_with_latest_tick()
returns setof regclass
language sql
stable
set search_path = ''
as $$
    with recursive log (name) as (
        select min(t.log) from pulse.tick as t
        union all
        select (select min(t.log) from pulse.tick as t where t.log > l.name) from log as l where l.name is not null
    )
    select (
        select t.tableoid::regclass from pulse.tick as t where t.log = l.name order by t.tick_id desc limit 1
    )
    from log as l
    where l.name is not null
$$;

comment on function pulse.partitions_with_latest_tick is 'The partitions in which the newest tick of any log is.';

-- The newest tick of a log is kept, however old: without it the log would be cut from its
-- beginning once more, and every job that ever was would run again.
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

    for v_partition in
        select p from ops.expired_partitions('pulse.tick') as p
        except
        select p from pulse.partitions_with_latest_tick() as p
    loop
        perform ops.drop_partition(v_partition);
    end loop;
end
$$;

comment on function pulse.maintain is
    'Creates the partitions of ticks that come next and drops those past their retention, but for the newest tick of each log.';
grant execute on function pulse.maintain to ops_owner;
grant usage on schema pulse to ops_owner;

select ops.register_maintenance('pulse.maintain');

commit;
