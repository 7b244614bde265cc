-- Revert howdah:queue/rest from pg

begin;

drop function queue.rest(text[]);
drop function queue.has_work(text[]);

commit;
