-- Revert howdah:queue/complete from pg

begin;

drop function queue.perform(bigint,uuid,bigint[]);
drop function queue.perform_work(queue.page,queue.work);
drop function queue.note_successes(queue.page,bigint[]);
drop function queue.call_handler(queue.page,queue.work);
drop function queue.work_in(queue.page,bigint[]);
drop type queue.work;
drop function queue.complete(bigint,uuid,bigint,jsonb);
drop function queue.note_success(queue.page,bigint,jsonb);
drop function queue.enter(bigint,uuid,bigint);
drop function queue.trace_of(uuid,bigint);

commit;
