-- Revert howdah:gateway/health from pg

begin;

drop function gateway.metrics();
drop function gateway.ready();

commit;
