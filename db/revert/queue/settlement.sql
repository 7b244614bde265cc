-- Revert howdah:queue/settlement from pg

begin;

delete from ops.log where log_table = 'queue.settlement';

drop table queue.settlement;

commit;
