-- Revert howdah:core/schema from pg

begin;

drop extension pgcrypto;
drop schema core;

commit;
