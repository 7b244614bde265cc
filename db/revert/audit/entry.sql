-- Revert howdah:audit/entry from pg

begin;

delete from ops.log where log_table = 'audit.entry';

drop table audit.entry;
drop sequence audit.entry_id_seq;

commit;
