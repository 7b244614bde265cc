-- Revert howdah:core/protect from pg

begin;

drop function core.confine(regclass,name);
drop function core.protect(regclass,name);
drop function core.check_tenant_form(regclass);

commit;
