-- Revert howdah:queue/lot from pg

begin;

delete from ops.log where log_table = 'queue.lot';

drop table queue.lot;
drop sequence queue.job_id_seq;

commit;
