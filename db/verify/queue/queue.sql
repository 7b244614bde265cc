-- Verify howdah:queue/queue on pg

begin;

select queue_id, name, state, is_limited, is_shared, lease, page_size, ageing, max_attempts, retry_strategy, retry_base, retry_cap, retry_jitter from queue.queue where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.queue'::regclass;

rollback;
