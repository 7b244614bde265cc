-- Verify howdah:queue/expire_leases on pg

begin;

select 'queue.is_settled(bigint)'::regprocedure;
select 'queue.leased_until(queue.page)'::regprocedure;
select 'queue.find_page(bigint)'::regprocedure;
select 'queue.page_lock(bigint)'::regprocedure;
select 'queue.jobs_in(queue.page)'::regprocedure;
select 'queue.backoff(queue.queue,smallint)'::regprocedure;
select 'queue.end_page(queue.page,jsonb)'::regprocedure;
select 'queue.expire_page(bigint)'::regprocedure;
select 'queue.expire_leases(integer,timestamp with time zone)'::regprocedure;
select 'queue.has_expired_lease(integer,timestamp with time zone)'::regprocedure;

rollback;
