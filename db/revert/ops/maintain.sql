-- Revert howdah:ops/maintain from pg

begin;

drop function ops.maintain();
drop function ops.register_maintenance(regproc);
drop table ops.maintenance;

commit;
