-- Deploy howdah:core/database to pg
-- requires: core/roles

begin;

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format(
        'grant connect on database %I to howdah_api, howdah_worker, howdah_listen, howdah_monitor',
        current_database()
    );
end
$$;

revoke all on schema public from public;

-- Large objects need no table right: a login could fill the disk with nothing but its password.
revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) from public;

commit;
