-- Revert howdah:gateway/expose from pg

begin;

drop function gateway.withdraw(text,text);
drop function gateway.expose(text,text,regproc,text,text,text,text[],text,integer,text,jsonb,jsonb,boolean,text,text);
drop function gateway.check_exposable(regproc,text,text,text,text);
drop function gateway.build_call(oid,text);

commit;
