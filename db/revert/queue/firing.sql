-- Revert howdah:queue/firing from pg

begin;

delete from ops.maintenance where function_name = 'queue.maintain_firings';
delete from ops.log where log_table = 'queue.firing';

drop function queue.maintain_firings();
drop function queue.open_firings_of(timestamp with time zone);
drop function queue.made_up_since(queue.missed_policy,timestamp with time zone);
drop function queue.firing_id(timestamp with time zone);
drop table queue.firing;
drop sequence queue.firing_id_seq;

commit;
