-- Revert howdah:queue/queue from pg

begin;

drop table queue.queue;

commit;
