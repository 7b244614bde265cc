-- Revert howdah:queue/cut from pg

begin;

drop function queue.lock_cutting();
drop function queue.cut();
drop function queue.lay_pages(pulse.tick,pulse.tick);

commit;
