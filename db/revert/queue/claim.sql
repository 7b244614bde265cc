-- Revert howdah:queue/claim from pg

begin;

drop function queue.claim_slices(text[],text,integer);
drop function queue.claim(text[],text,integer);
drop function queue.take(text[],text,integer);
drop function queue.deal_some(queue.queue,text,integer);
drop function queue.lock_turns(integer,boolean);
drop function queue.has_work(integer);

commit;
