-- Revert howdah:queue/tally_batches from pg

begin;

drop function queue.has_unfinished_batch(bigint,bigint);
drop function queue.tally_batches(queue.timer[],pg_snapshot);
drop function queue.tally_batch(uuid,bigint,pg_snapshot);
drop function queue.enqueue_follow_up(queue.batch,queue.tally);
drop function queue.tally_of(uuid,bigint,pg_snapshot);
drop function queue.fresh_entries(queue.tally);
drop function queue.latest_tally(uuid,bigint);

commit;
