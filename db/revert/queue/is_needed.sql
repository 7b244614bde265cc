-- Revert howdah:queue/is_needed from pg

begin;

drop function queue.has_job_between(bigint[],bigint,bigint);
drop function queue.has_open_job(bigint,bigint);
drop function queue.has_open_timer(timestamp with time zone,timestamp with time zone);
drop function queue.has_open_page(bigint,bigint);
drop function queue.waits_at_gate(bigint,bigint);
drop function queue.waits_in_backlog(bigint,bigint);
drop function queue.has_latest_turn(bigint,bigint);
drop function queue.is_ahead(queue.backlog,queue.turn);

commit;
