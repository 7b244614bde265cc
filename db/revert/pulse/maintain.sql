-- Revert howdah:pulse/maintain from pg

begin;

delete from ops.maintenance where function_name = 'pulse.maintain';

drop function pulse.maintain();
drop function pulse.partitions_with_latest_tick();

commit;
