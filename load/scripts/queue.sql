-- One batch through the queue: enqueued in the tenant's context, claimed, settled.
\set sample random(1, :samples)
select cardinality(queue.enqueue_batch('howdah.noop', s.payloads))
from core.set_context(:tenant::uuid, null, null)
    cross join bench.sample as s
where s.sample_id = :sample;
select
    coalesce(max(c.page_id), 0) as page_id,
    coalesce((array_agg(c.lease_id))[1], gen_random_uuid())::text as lease_id,
    coalesce(sum(length(c.payload)), 0) as bytes
from queue.claim('{default}', 'bench', :batch::integer) as c \gset
\if :page_id
select queue.settle(:page_id, :lease_id::uuid);
\endif
