-- Revert howdah:core/database from pg

begin;

do $$
begin
    execute format('grant connect, temporary on database %I to public', current_database());
    execute format(
        'revoke connect on database %I from howdah_api, howdah_worker, howdah_listen, howdah_monitor',
        current_database()
    );
end
$$;

grant usage on schema public to public;
grant execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) to public;

commit;
