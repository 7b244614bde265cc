-- Revert howdah:iam/authenticate from pg

begin;

drop function iam.allows(text[],text);
drop function iam.authenticate(bytea);
drop type iam.caller;

commit;
