-- Revert howdah:queue/renew from pg

begin;

drop function queue.renew_gates(integer,bigint);
drop function queue.renew_turn(integer);

commit;
