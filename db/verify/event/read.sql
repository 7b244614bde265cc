-- Verify howdah:event/read on pg

begin;

select 'event.read_interval(uuid[],pulse.tick,pulse.tick,bigint,integer)'::regprocedure;
select 'event.has_fresh_events(pulse.tick)'::regprocedure;
select 'event.next_tick(bigint)'::regprocedure;
select 'event.present_position()'::regprocedure;
select 'event.parse_position(text)'::regprocedure;
select 'event.to_json(event.event)'::regprocedure;
select 'event.read_ticks(uuid[],text,integer)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'event.read(uuid[],text,integer)', 'execute')::int;

rollback;
