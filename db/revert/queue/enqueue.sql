-- Revert howdah:queue/enqueue from pg

begin;

drop function queue.enqueue_batch(core.word,jsonb[],core.word,smallint,boolean,text,timestamp with time zone,smallint,text,text,smallint,timestamp with time zone,boolean);
drop function queue.enqueue(core.word,jsonb,core.word,smallint,timestamp with time zone,smallint,boolean,text,text,text,smallint,timestamp with time zone,boolean);
drop function queue.add_lots(queue.lot);
drop function queue.add_lot(queue.lot);
drop function queue.set_timer(queue.lot);
drop function queue.check_run_at(timestamp with time zone);
drop function queue.check_payload(jsonb,bigint);
drop function queue.check_queue(text);

commit;
