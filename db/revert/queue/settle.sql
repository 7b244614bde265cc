-- Revert howdah:queue/settle from pg

begin;

drop function queue.ring(text[]);
drop function queue.settle(bigint,uuid,jsonb);
drop function queue.heartbeat(bigint,uuid);
drop function queue.check_lease(queue.page,bigint,uuid);

commit;
