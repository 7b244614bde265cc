-- Deploy howdah:core/roles to pg

begin;

-- Roles belong to the cluster, not to the database: they may already be there, and
-- another deploy may create them at this very moment.
do $$
declare
    v_role text;
begin
    foreach v_role in array array[
        'core_owner', 'ops_owner', 'pulse_owner', 'audit_owner', 'tenancy_owner', 'iam_owner',
        'gateway_owner', 'queue_owner', 'event_owner', 'api_owner',
        'tenancy_engine', 'iam_engine', 'queue_engine', 'event_engine',
        'howdah_api', 'howdah_worker', 'howdah_listen', 'howdah_monitor'
    ]
    loop
        begin
            execute format('create role %I nologin', v_role);
        exception
            when duplicate_object or unique_violation then null;
        end;
        execute format(
            'alter default privileges for role %I revoke execute on functions from public', v_role
        );
        execute format(
            'alter default privileges for role %I revoke usage on types from public', v_role
        );
    end loop;
end
$$;

comment on role howdah_api is 'The API process: may call the entry points of the gateway, with a valid credential.';
comment on role howdah_worker is 'The worker process: claims, runs and settles jobs.';
comment on role howdah_listen is 'Holds the LISTEN connection of each process; may read nothing.';
comment on role howdah_monitor is 'Reads the operational views of ops.';

commit;
