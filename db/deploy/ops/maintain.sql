-- Deploy howdah:ops/maintain to pg
-- requires: ops/partition
-- requires: core/check_callee

begin;

set local role ops_owner;

create table ops.maintenance (
    function_name text not null primary key
);

comment on table ops.maintenance is 'What each service wants done every minute: a function without arguments.';
comment on column ops.maintenance.function_name is 'The function, with its schema; it runs with the rights of its own owner.';

select core.confine('ops.maintenance', 'ops_owner');

create function ops.register_maintenance(function_name regproc)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select core.check_callee(function_name, 'ops_owner');

    insert into ops.maintenance (function_name)
    values (register_maintenance.function_name::text)
    on conflict do nothing
$$;

comment on function ops.register_maintenance is
    'Adds a function to what ops.maintain runs: a security definer that ops_owner may execute. Raises 42P13, 42501.';
grant execute on function ops.register_maintenance to
    pulse_owner, audit_owner, gateway_owner, queue_owner, event_owner;

-- Two workers that come at the same time do no harm: each log is locked while it is looked after.
create function ops.maintain()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_function text;
begin
    for v_function in select m.function_name from ops.maintenance as m order by m.function_name loop
        execute format('select %s()', v_function);
    end loop;
end
$$;

comment on function ops.maintain is 'Runs the maintenance of every service: partitions ahead, retention behind. Safe to call at any time.';
grant execute on function ops.maintain to howdah_worker;

commit;
