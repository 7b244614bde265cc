-- Revert howdah:queue/timer from pg

begin;

delete from ops.log where log_table = 'queue.timer';

drop table queue.timer;
drop sequence queue.timer_id_seq;

commit;
