-- Revert howdah:event/schema from pg

begin;

drop schema event;

commit;
