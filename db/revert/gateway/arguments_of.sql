-- Revert howdah:gateway/arguments_of from pg

begin;

drop function gateway.from_clause(oid);
drop function gateway.is_null_default(text);
drop function gateway.arguments_of(oid);

commit;
