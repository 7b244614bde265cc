-- Revert howdah:queue/add_lots from pg

begin;

drop function queue.add_lots(queue.lot);
drop function queue.add_lot(queue.lot);
drop function queue.set_timer(queue.lot);
drop function queue.check_run_at(timestamp with time zone);
drop function queue.check_payload(jsonb,bigint);
drop function queue.check_queue(text);

commit;
