-- Revert howdah:queue/progress from pg

begin;

delete from ops.log where log_table = 'queue.progress';

drop table queue.progress;

commit;
