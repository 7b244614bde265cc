-- Revert howdah:queue/fresh_attempts from pg

begin;

drop function queue.has_fresh_attempts(queue.turn);
drop function queue.attempt_of(queue.timer);
drop function queue.fresh_timers(integer,pg_snapshot,timestamp with time zone,pg_snapshot,timestamp with time zone);
drop function queue.fresh_lots(queue.turn,pg_snapshot,bigint);
drop type queue.attempt;

commit;
