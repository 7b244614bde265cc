-- One batch out of the queue: claimed and settled.
select
    coalesce(max(c.page_id), 0) as page_id,
    coalesce((array_agg(c.lease_id))[1], gen_random_uuid())::text as lease_id,
    coalesce(sum(length(c.payload)), 0) as bytes
from queue.claim('{default}', 'bench', :batch::integer) as c \gset
\if :page_id
select queue.settle(:page_id, :lease_id::uuid);
\endif
