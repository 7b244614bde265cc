-- Revert howdah:event/event from pg

begin;

delete from ops.log where log_table = 'event.event';

drop table event.event;
drop sequence event.event_id_seq;

commit;
