-- Where jobs of the tests have their effects: a row for each time, and no key that would hide a second one.
create schema faults;
create table faults.effect (
    job_id bigint not null,
    attempt smallint,
    happened_at timestamptz not null default clock_timestamp()
);

create function faults.record(job_id bigint, attempt integer)
returns void
language sql
security definer
as $$
    insert into faults.effect (job_id, attempt) values (record.job_id, record.attempt)
$$;

create function faults.record_in_sql(job_id bigint, payload jsonb)
returns void
language sql
security definer
as $$
    insert into faults.effect (job_id) values (record_in_sql.job_id)
$$;

grant usage on schema faults to howdah_worker, queue_engine;
grant execute on function faults.record to howdah_worker;
grant execute on function faults.record_in_sql to queue_engine;
select queue.handle('faults.record_in_sql', 'faults.record_in_sql');
