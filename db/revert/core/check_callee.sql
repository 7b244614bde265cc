-- Revert howdah:core/check_callee from pg

begin;

drop function core.check_callee(regproc,name);

commit;
