-- Verify howdah:queue/add_lots on pg

begin;

select 1 / has_function_privilege('event_owner', 'queue.check_queue(text)', 'execute')::int;
select 'queue.check_payload(jsonb,bigint)'::regprocedure;
select 'queue.check_run_at(timestamp with time zone)'::regprocedure;
select 'queue.set_timer(queue.lot)'::regprocedure;
select 'queue.add_lot(queue.lot)'::regprocedure;
select 'queue.add_lots(queue.lot)'::regprocedure;

rollback;
