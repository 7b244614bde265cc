-- Revert howdah:queue/outcome from pg

begin;

delete from ops.log where log_table = 'queue.outcome';
delete from ops.log where log_table = 'queue.cancellation';

drop table queue.cancellation;
drop table queue.outcome;

commit;
