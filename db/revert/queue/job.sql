-- Revert howdah:queue/job from pg

begin;

delete from ops.log where log_table = 'queue.job';

drop table queue.job;
drop sequence queue.job_id_seq;

commit;
