-- Revert howdah:queue/complete from pg

begin;

drop function queue.perform(bigint,uuid,bigint[]);
drop function queue.perform_one(queue.page,queue.job);
drop function queue.complete(bigint,uuid,bigint,jsonb);
drop function queue.note_success(queue.page,bigint,jsonb);
drop function queue.enter(bigint,uuid,bigint);

commit;
