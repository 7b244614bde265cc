-- Revert howdah:pulse/maintain from pg

begin;

delete from ops.maintenance where function_name = 'pulse.maintain';

drop function pulse.maintain();

commit;
