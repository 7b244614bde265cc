-- Revert howdah:queue/cancel from pg

begin;

drop function queue.retry(bigint);
drop function queue.revive(queue.job,smallint);
drop function queue.cancel(bigint);
drop function queue.set_free(queue.job);
drop function queue.lock_job(bigint);
drop function queue.tenant_lock();

commit;
