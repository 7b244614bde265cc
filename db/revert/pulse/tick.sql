-- Revert howdah:pulse/tick from pg

begin;

delete from ops.log where log_table = 'pulse.tick';

drop function pulse.tick(text,bigint);
drop function pulse.observe(bigint);
drop function pulse.tick_after(text,bigint);
drop function pulse.get_tick(text,bigint);
drop function pulse.latest_tick(text);
drop function pulse.present_snapshot();
drop function pulse.next_id(regclass);
drop table pulse.tick;
drop sequence pulse.tick_id_seq;

commit;
