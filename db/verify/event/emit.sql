-- Verify howdah:event/emit on pg

begin;

select 'event.matches(text,text)'::regprocedure;
select 'event.apply_rules(event.event)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'event.emit(core.word,jsonb,text,boolean)', 'execute')::int;

rollback;
