-- Verify howdah:queue/debounce on pg

begin;

select 'queue.latest_claim(uuid,text)'::regprocedure;
select 'queue.supersede(queue.unique_claim)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.debounce(text,interval,core.word,jsonb,core.word,smallint,interval,smallint,boolean,text,text,text,smallint,boolean)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.debounce(text,interval,core.word,jsonb,core.word,smallint,interval,smallint,boolean,text,text,text,smallint,boolean)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.debounce(text,interval,core.word,jsonb,core.word,smallint,interval,smallint,boolean,text,text,text,smallint,boolean)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.throttle(text,interval,core.word,jsonb,core.word,smallint,boolean,smallint,boolean,text,text,text,smallint,boolean)', 'execute')::int;
select 1 / has_function_privilege('event_engine', 'queue.throttle(text,interval,core.word,jsonb,core.word,smallint,boolean,smallint,boolean,text,text,text,smallint,boolean)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'queue.throttle(text,interval,core.word,jsonb,core.word,smallint,boolean,smallint,boolean,text,text,text,smallint,boolean)', 'execute')::int;

rollback;
