-- Revert howdah:queue/rest from pg

begin;

drop function queue.rest(text[]);
drop function queue.next_due(integer);
drop function queue.bucket_fills_at(integer);

commit;
