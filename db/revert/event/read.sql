-- Revert howdah:event/read from pg

begin;

drop function event.read(uuid[],text,integer);
drop function event.read_ticks(uuid[],text,integer);
drop function event.to_json(event.event);
drop function event.parse_position(text);
drop function event.present_position();
drop function event.next_tick(bigint);
drop function event.has_fresh_events(pulse.tick);
drop function event.read_interval(uuid[],pulse.tick,pulse.tick,bigint,integer);

commit;
