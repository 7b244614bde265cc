-- Verify howdah:queue/expire_leases on pg

begin;

select 'queue.is_settled(bigint)'::regprocedure;
select 'queue.leased_until(bigint)'::regprocedure;
select 'queue.page_lock(bigint)'::regprocedure;
select 'queue.backoff(smallint,interval,interval)'::regprocedure;
select 'queue.expire_page(bigint)'::regprocedure;
select 'queue.expire_leases(timestamp with time zone)'::regprocedure;

rollback;
