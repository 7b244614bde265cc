-- Revert howdah:queue/backlog from pg

begin;

delete from ops.log where log_table = 'queue.backlog';

drop table queue.backlog;
drop sequence queue.backlog_id_seq;

commit;
