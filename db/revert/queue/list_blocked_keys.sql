-- Revert howdah:queue/list_blocked_keys from pg

begin;

drop function queue.count_parked(integer);
drop function queue.list_all_blocked_keys(text,text,integer);
drop function queue.list_blocked_keys(text,text,text,integer);
drop function queue.check_gate(text);
drop function queue.view_blocked(queue.gate);
drop function queue.gates_after(integer,text,uuid,text,boolean,integer);
drop type queue.blocked_key;

commit;
