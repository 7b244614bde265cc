-- Revert howdah:queue/turn from pg

begin;

delete from ops.log where log_table = 'queue.turn';

drop function queue.open(integer);
drop function queue.latest_turn(integer);
drop table queue.turn;
drop sequence queue.turn_id_seq;

commit;
