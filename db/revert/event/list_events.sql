-- Revert howdah:event/list_events from pg

begin;

delete from ops.maintenance where function_name = 'event.maintain';

drop function event.maintain();
drop function event.list_events(bigint,integer,text,text);
drop function event.get_event(bigint);

commit;
