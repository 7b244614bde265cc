-- Revert howdah:queue/batch from pg

begin;

delete from ops.log where log_table = 'queue.batch';
delete from ops.log where log_table = 'queue.batch_entry';
delete from ops.log where log_table = 'queue.tally';

drop table queue.tally;
drop table queue.batch_entry;
drop sequence queue.batch_entry_id_seq;
drop table queue.batch;
drop sequence queue.batch_id_seq;

commit;
