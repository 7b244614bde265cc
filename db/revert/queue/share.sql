-- Revert howdah:queue/share from pg

begin;

drop table queue.share;

commit;
