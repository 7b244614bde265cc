-- Verify howdah:queue/report on pg

begin;

select 1 / has_function_privilege('howdah_worker', 'queue.report(bigint,uuid,bigint,smallint,text)', 'execute')::int;

rollback;
