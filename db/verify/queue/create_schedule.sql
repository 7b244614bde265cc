-- Verify howdah:queue/create_schedule on pg

begin;

select 1 / has_function_privilege('api_owner', 'queue.create_schedule(core.word,text,core.word,text,jsonb,core.word,smallint,smallint,boolean,queue.missed_policy,smallint,boolean)', 'execute')::int;

rollback;
