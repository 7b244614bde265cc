-- Revert howdah:queue/settle from pg

begin;

drop function queue.ring(text[]);
drop function queue.settle(bigint,uuid,jsonb);
drop function queue.announce_succeeded(bigint);
drop function queue.heartbeat(bigint,uuid);
drop function queue.check_lease(bigint,uuid);

commit;
