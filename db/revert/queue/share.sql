-- Revert howdah:queue/share from pg

begin;

drop function queue.write_share(queue.share);
drop table queue.share;

commit;
