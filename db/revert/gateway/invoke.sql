-- Revert howdah:gateway/invoke from pg

begin;

drop function gateway.ring(text[]);
drop function gateway.invoke(integer,bytea,jsonb,text,bytea,text,inet,text);
drop function gateway.perform(gateway.route,jsonb,text,bytea);
drop function gateway.check_caller(iam.caller,gateway.route);
drop function gateway.refuse(integer,text,text);
drop type gateway.reply;

commit;
