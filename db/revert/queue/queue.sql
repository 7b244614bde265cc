-- Revert howdah:queue/queue from pg

begin;

drop table queue.lane;
drop table queue.queue;

commit;
