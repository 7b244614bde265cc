-- Revert howdah:core/id_at from pg

begin;

drop function core.id_hour(bigint);
drop function core.id_at(timestamp with time zone);

commit;
