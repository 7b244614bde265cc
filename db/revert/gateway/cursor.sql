-- Revert howdah:gateway/cursor from pg

begin;

drop function gateway.read_cursor(integer,jsonb);
drop function gateway.make_cursor(integer,jsonb,text);
drop function gateway.cursor_signature(integer,uuid,jsonb,bytea);
drop table gateway.signing_key;

commit;
