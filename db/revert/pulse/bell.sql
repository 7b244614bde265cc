-- Revert howdah:pulse/bell from pg

begin;

drop function pulse.wait();
drop function pulse.hurry();
drop function pulse.rings();
drop function pulse.defer_rings();
drop function pulse.announce(text);
drop function pulse.ring_with_commit(text);
drop function pulse.ring_all(text[]);
drop function pulse.ring(text,bigint);
drop function pulse.sleepers(text);
drop function pulse.arm(text);
drop sequence pulse.event_rung;
drop sequence pulse.event_armed;
drop sequence pulse.queue_rung;
drop sequence pulse.queue_armed;

commit;
