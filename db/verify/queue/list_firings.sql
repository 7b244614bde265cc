-- Verify howdah:queue/list_firings on pg

begin;

select 'queue.firing_view'::regtype;
select 1 / has_function_privilege('api_owner', 'queue.list_firings(uuid,bigint,integer)', 'execute')::int;
select 1 / has_function_privilege('howdah_worker', 'queue.firing_of(bigint)', 'execute')::int;

rollback;
