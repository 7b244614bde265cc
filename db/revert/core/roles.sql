-- Revert howdah:core/roles from pg

begin;

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
        execute format('drop owned by %I', v_role);
        begin
            execute format('drop role %I', v_role);
        exception
            when dependent_objects_still_exist then
                raise notice 'role % stays: another database of this cluster uses it', v_role;
        end;
    end loop;
end
$$;

commit;
