-- Revert howdah:queue/gate from pg

begin;

delete from ops.log where log_table = 'queue.gate';
delete from ops.log where log_table = 'queue.parked';

drop table queue.parked;
drop sequence queue.parked_id_seq;
drop table queue.gate;
drop sequence queue.gate_id_seq;

commit;
