-- Revert howdah:queue/dependency from pg

begin;

delete from ops.log where log_table = 'queue.dependency';
delete from ops.log where log_table = 'queue.unblocking';

drop type queue.blocked_lot;
drop table queue.unblocking;
drop table queue.dependency;
drop sequence queue.dependency_seq;

commit;
