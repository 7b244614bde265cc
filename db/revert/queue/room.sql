-- Revert howdah:queue/room from pg

begin;

drop function queue.let_out(integer,queue.backlog,text);
drop function queue.pass(queue.gate,queue.gate_limit,bigint,integer,smallint);
drop function queue.opens_at(queue.gate,queue.gate_limit,smallint);
drop function queue.room_at(queue.gate,queue.gate_limit,smallint);
drop function queue.bucket_of(queue.gate_limit,smallint);
drop function queue.without_gone(queue.gate,bigint);
drop function queue.has_ended(uuid,bigint);
drop function queue.store_gate(queue.gate);
drop function queue.gate_of(integer,text,uuid,text);
drop function queue.limit_of(integer,text,uuid);

commit;
