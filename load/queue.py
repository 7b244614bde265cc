"""`bench queue`: enqueue, claim and settle from SQL, beside one table with SKIP LOCKED.

Both sides take 100 jobs in, take 100 out and end them. Ours keeps every job and its outcome; the
reference deletes what is done, in the statement that claims it.
"""

from __future__ import annotations

from stack.private import PrivateStack
from stack.starting import Starting

from load import pgbench
from load.comparison import Comparison, alternate, compare

CLIENTS = 4
BATCH = 100

SETUP = """
create schema bench;
create table bench.job (
    job_id bigint generated always as identity primary key,
    tenant_id uuid not null,
    kind text not null,
    payload jsonb not null,
    enqueued_at timestamptz not null default now()
);
select tenant_id from tenancy.create_tenant('bench', 'Benchmark');
"""

PAYLOADS = """
array(select jsonb_build_object('n', n, 'text', repeat('x', 180)) from generate_series(1, :batch::integer) as n)
"""

OURS = f"""
begin;
select core.set_context(:tenant::uuid, null, null);
select queue.enqueue_batch('howdah.noop', {PAYLOADS});
commit;
select
    coalesce(max(page_id), 0) as page_id,
    coalesce((array_agg(lease_id))[1], gen_random_uuid())::text as lease_id
from queue.claim('{{default}}', 'bench', 1) \\gset
\\if :page_id
select queue.settle(:page_id, :lease_id::uuid);
\\endif
"""

REFERENCE = f"""
insert into bench.job (tenant_id, kind, payload)
select :tenant::uuid, 'howdah.noop', p from unnest({PAYLOADS}) as p;
with done as (
    delete from bench.job as j
    where j.job_id in (
        select f.job_id from bench.job as f order by f.job_id limit :batch::integer for update skip locked
    )
    returning j.job_id, j.payload
)
select count(*) from done;
"""


def run(seconds: float) -> Comparison:
    """Jobs per second of both sides; 4 clients, batches of 100."""
    stack = PrivateStack(api=0, worker=0, durable=True)
    try:
        stack.start_database()
        Starting(stack).migrations()
        with stack.connect() as connection:
            for statement in SETUP.strip().split(";\n"):
                row = connection.execute(statement.encode())
            tenant = row.fetchone()
        variables = {"tenant": tenant[0] if tenant else "", "batch": BATCH}

        def side(script: str, share: float) -> float:
            rate = pgbench.run(
                stack, script, dsn=stack.admin_dsn(), clients=CLIENTS, seconds=share, variables=variables
            )
            return rate * BATCH

        found = alternate(
            lambda share: side(OURS, share),
            lambda share: side(REFERENCE, share),
            seconds=seconds,
            rounds=5,
        )
    finally:
        stack.stop()
    return compare(
        "queue", found, unit="jobs/s", config={"clients": CLIENTS, "batch": BATCH, "payload_bytes": 200}
    )
