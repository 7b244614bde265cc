-- Deploy howdah:core/schema to pg
-- requires: core/database

begin;

create schema core authorization core_owner;
comment on schema core is 'Clock, ids, context, and the tenancy of tables: what every service needs.';

grant usage on schema core to
    ops_owner, pulse_owner, audit_owner, tenancy_owner, iam_owner, gateway_owner, queue_owner,
    event_owner, api_owner, tenancy_engine, iam_engine, queue_engine, event_engine,
    howdah_worker;

create extension pgcrypto with schema core;

do $$
declare
    v_function regprocedure;
begin
    for v_function in
        select d.objid::regprocedure
        from pg_depend as d
            inner join pg_extension as e on e.oid = d.refobjid
        where d.refclassid = 'pg_extension'::regclass
            and d.classid = 'pg_proc'::regclass
            and e.extname = 'pgcrypto'
    loop
        execute format('revoke execute on function %s from public', v_function);
        execute format('grant execute on function %s to core_owner', v_function);
    end loop;
end
$$;

commit;
