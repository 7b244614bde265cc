-- Revert howdah:queue/renew from pg

begin;

drop function queue.renew_gates(integer,bigint);
drop function queue.expire_forgotten(integer);
drop function queue.renew_turn(integer);

commit;
