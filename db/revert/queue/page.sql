-- Revert howdah:queue/page from pg

begin;

delete from ops.log where log_table = 'queue.page';
delete from ops.log where log_table = 'queue.heartbeat';

drop table queue.heartbeat;
drop table queue.page;
drop sequence queue.page_id_seq;

commit;
