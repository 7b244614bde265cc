-- One batch through the queue: enqueued in the tenant's context, claimed, settled.
begin;
select core.set_context(:tenant::uuid, null, null);
select queue.enqueue_batch(
    'howdah.noop',
    array(
        select jsonb_build_object('n', n, 'text', repeat('x', 180))
        from generate_series(1, :batch::integer) as n
    )
);
commit;
select
    coalesce(max(page_id), 0) as page_id,
    coalesce((array_agg(lease_id))[1], gen_random_uuid())::text as lease_id
from queue.claim('{default}', 'bench', 1) \gset
\if :page_id
select queue.settle(:page_id, :lease_id::uuid);
\endif
