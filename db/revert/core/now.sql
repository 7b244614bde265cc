-- Revert howdah:core/now from pg

begin;

drop function core.now();

commit;
