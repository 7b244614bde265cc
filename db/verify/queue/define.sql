-- Verify howdah:queue/define on pg

begin;

select 1 / has_function_privilege('api_owner', 'queue.define(core.word,interval,integer,integer,interval,interval,text,real,interval)', 'execute')::int;
select 'queue.set_state(text,text)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.pause(text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.resume(text)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.drain(text)', 'execute')::int;

rollback;
