-- Revert howdah:queue/limit from pg

begin;

drop function queue.set_share(text,uuid,smallint,integer,double precision,integer);
drop function queue.set_limit(text,text,integer,double precision,integer);
drop function queue.queue_id_of(text);
drop function queue.note_limits(integer);
drop table queue.gate_limit;

commit;
