-- Verify howdah:gateway/follow on pg

begin;

select 'gateway.stream_item'::regtype;
select 1 / has_function_privilege('howdah_api', 'gateway.follow(integer,bytea[],text,integer)', 'execute')::int;

rollback;
