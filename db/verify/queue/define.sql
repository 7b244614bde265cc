-- Verify howdah:queue/define on pg

begin;

select 1 / (count(*) = 4)::int from queue.lane where queue = 'default';
select 1 / has_function_privilege('api_owner', 'queue.define(core.word,interval,integer,integer,interval,interval)', 'execute')::int;

rollback;
