-- Revert howdah:queue/maintain from pg

begin;

delete from ops.maintenance where function_name = 'queue.maintain';

drop function queue.maintain();

commit;
