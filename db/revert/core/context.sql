-- Revert howdah:core/context from pg

begin;

drop function core.set_context(uuid,uuid,text,text);
drop function core.more_after(text);
drop function core.trace();
drop function core.request_id();
drop function core.principal_id();
drop function core.tenant_id();

commit;
