-- Verify howdah:queue/list_blocked_keys on pg

begin;

select 'queue.blocked_key'::regtype;
select 'queue.gates_after(integer,text,uuid,text,boolean,integer)'::regprocedure;
select 'queue.view_blocked(queue.gate)'::regprocedure;
select 'queue.check_gate(text)'::regprocedure;
select 1 / has_function_privilege('api_owner', 'queue.list_blocked_keys(text,text,text,integer)', 'execute')::int;
select 1 / has_function_privilege('api_owner', 'queue.list_all_blocked_keys(text,text,integer)', 'execute')::int;
select 'queue.count_parked(integer)'::regprocedure;

rollback;
