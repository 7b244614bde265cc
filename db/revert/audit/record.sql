-- Revert howdah:audit/record from pg

begin;

delete from ops.maintenance where function_name = 'audit.maintain';

drop function audit.maintain();
drop function audit.record(text,smallint,jsonb);

commit;
