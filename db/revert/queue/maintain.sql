-- Revert howdah:queue/maintain from pg

begin;

delete from ops.maintenance where function_name = 'queue.maintain';

drop function queue.maintain();
drop function queue.lower_hints(timestamp with time zone);
drop function queue.expire_forgotten_leases();

commit;
