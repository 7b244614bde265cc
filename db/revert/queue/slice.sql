-- Revert howdah:queue/slice from pg

begin;

drop function queue.size_of(queue.page);
drop function queue.slice(queue.backlog,integer,integer);

commit;
