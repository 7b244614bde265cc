-- Revert howdah:queue/maintain from pg

begin;

delete from ops.maintenance where function_name = 'queue.maintain';

drop function queue.maintain();
drop function queue.drop_past_retention();
drop function queue.drop_drained();
drop function queue.drop_like(regclass[],timestamp with time zone);

commit;
