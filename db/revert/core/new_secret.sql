-- Revert howdah:core/new_secret from pg

begin;

drop function core.hmac_sha256(bytea,bytea);
drop function core.new_secret(text,integer);

commit;
