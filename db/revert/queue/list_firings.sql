-- Revert howdah:queue/list_firings from pg

begin;

drop function queue.firing_of(bigint);
drop function queue.list_firings(uuid,bigint,integer);
drop type queue.firing_view;

commit;
