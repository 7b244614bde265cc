-- Verify howdah:core/database on pg

begin;

select 1 / has_database_privilege('howdah_api', current_database(), 'connect')::int;
select 1 / (not has_database_privilege('howdah_api', current_database(), 'temporary'))::int;
select 1 / (not has_function_privilege('howdah_api', 'lo_create(oid)', 'execute'))::int;

rollback;
