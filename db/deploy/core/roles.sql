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

-- What holds for a login holds on every connection that a pooler makes for it. A request is short;
-- one that hangs must not keep its connection from the others.
alter role howdah_api set timezone = 'UTC';
alter role howdah_api set jit = off;
alter role howdah_api set statement_timeout = '15s';
alter role howdah_api set lock_timeout = '5s';
alter role howdah_api set idle_in_transaction_session_timeout = '10s';
alter role howdah_worker set timezone = 'UTC';
alter role howdah_worker set jit = off;
alter role howdah_worker set lock_timeout = '10s';
alter role howdah_worker set idle_in_transaction_session_timeout = '60s';

comment on role howdah_api is 'The API process: may call the entry points of the gateway, with a valid credential.';
comment on role howdah_worker is 'The worker process: claims, runs and settles jobs.';
comment on role howdah_listen is 'Holds the LISTEN connection of each process; may read nothing.';
comment on role howdah_monitor is 'Reads the operational views of ops.';

commit;
