-- Revert howdah:queue/complete from pg

begin;

drop function queue.perform(bigint,uuid,bigint[]);
drop function queue.perform_one(bigint,queue.job);
drop function queue.complete(bigint,uuid,bigint);
drop function queue.note_success(bigint,bigint);
drop function queue.enter(bigint,uuid,bigint);

commit;
