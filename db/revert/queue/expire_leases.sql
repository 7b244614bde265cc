-- Revert howdah:queue/expire_leases from pg

begin;

drop function queue.expire_leases(timestamp with time zone);
drop function queue.expire_page(bigint);
drop function queue.backoff(smallint,interval,interval);
drop function queue.page_lock(bigint);
drop function queue.leased_until(bigint);
drop function queue.is_settled(bigint);

commit;
