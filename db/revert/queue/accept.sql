-- Revert howdah:queue/accept from pg

begin;

drop function queue.accept(queue.lot,queue.intake);
drop function queue.add_needs(queue.lot,bigint[],queue.intake);
drop function queue.check_needs(uuid,bigint[],text);
drop function queue.join_batch(uuid,bigint,integer);
drop function queue.batch_lock(bigint);
drop function queue.check_unique(queue.intake);
drop function queue.find_duplicate(uuid,queue.intake);
drop function queue.counts_as_duplicate(queue.unique_claim,queue.intake);
drop function queue.key_lock(uuid,text);
drop function queue.arguments_key(text,jsonb);
drop type queue.intake;

commit;
