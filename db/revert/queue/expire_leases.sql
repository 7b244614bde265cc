-- Revert howdah:queue/expire_leases from pg

begin;

drop function queue.has_expired_lease(integer,timestamp with time zone);
drop function queue.expire_leases(integer,timestamp with time zone);
drop function queue.expire_page(bigint);
drop function queue.end_page(queue.page,jsonb);
drop function queue.backoff(queue.queue,smallint);
drop function queue.jobs_in(queue.page);
drop function queue.page_lock(bigint);
drop function queue.find_page(bigint);
drop function queue.leased_until(queue.page);
drop function queue.is_settled(bigint);

commit;
