-- Revert howdah:queue/lease from pg

begin;

delete from ops.log where log_table = 'queue.heartbeat';
delete from ops.log where log_table = 'queue.lease';

drop table queue.heartbeat;
drop table queue.lease;

commit;
