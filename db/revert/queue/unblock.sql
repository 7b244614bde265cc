-- Revert howdah:queue/unblock from pg

begin;

drop function queue.unblock(integer,queue.timer[],pulse.tick);
drop function queue.refuse_lots(queue.blocked_lot[]);
drop function queue.look_again(integer,queue.blocked_lot[],pulse.tick);
drop function queue.blocked_lots(integer,queue.timer[]);
drop function queue.needs_job_between(bigint,bigint);
drop function queue.look_at_needs(queue.blocked_lot);
drop function queue.is_cancelled(uuid,bigint,smallint);

commit;
