-- Deploy howdah:queue/unique_claim to pg
-- requires: queue/lot

begin;

set local role queue_owner;

create table queue.unique_claim (
    tenant_id uuid not null,
    unique_key text not null
    constraint unique_key_is_at_most_256_characters check (length(unique_key) between 1 and 256),
    job_id bigint not null,
    claimed_at timestamptz not null default core.now(),
    first_at timestamptz,
    primary key (tenant_id, unique_key, job_id)
) partition by range (job_id);

comment on table queue.unique_claim is
    'Which job has a key that no other job may have meanwhile. Only ever inserted, under the lock of the key; the newest counts.';
comment on column queue.unique_claim.tenant_id is 'Whose key it is: two tenants may use the same.';
comment on column queue.unique_claim.unique_key is 'The key.';
comment on column queue.unique_claim.job_id is 'The job.';
comment on column queue.unique_claim.claimed_at is 'Since when its period runs; of a job in the next period that is yet to come.';
comment on column queue.unique_claim.first_at is 'When the first of the calls came that were put off together; null for a job that was not put off.';

select core.protect('queue.unique_claim');
select ops.partition('queue.unique_claim', 'queue.job_id_seq', keep => interval '30 days', every => interval '10 days', ahead => interval '2 days');

commit;
