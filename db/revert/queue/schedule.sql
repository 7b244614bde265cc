-- Revert howdah:queue/schedule from pg

begin;

drop table queue.schedule;
drop domain queue.missed_policy;

commit;
