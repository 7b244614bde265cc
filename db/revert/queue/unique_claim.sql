-- Revert howdah:queue/unique_claim from pg

begin;

delete from ops.log where log_table = 'queue.unique_claim';

drop table queue.unique_claim;

commit;
