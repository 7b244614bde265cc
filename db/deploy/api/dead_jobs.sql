-- Deploy howdah:api/dead_jobs to pg
-- requires: api/jobs
-- requires: queue/redrive
-- requires: queue/purge

begin;

set local role api_owner;

create type api.dead_count as (count integer, has_more boolean);
comment on type api.dead_count is 'What was done to dead jobs.';
comment on column api.dead_count.count is 'To how many.';
comment on column api.dead_count.has_more is 'Whether there may be more that fit; then ask again.';

create function api.list_dead_jobs(
    after bigint default null,
    "limit" integer default 50,
    queue text default null,
    kind text default null,
    error_type text default null
)
returns setof api.job
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return query
    select v.*
    from queue.list_dead(after, "limit", queue, kind, error_type) as j
        cross join lateral api.view_job(j) as v;
end
$$;

comment on function api.list_dead_jobs is 'Lists the dead jobs of the tenant, newest first.';

create function api.redrive_dead_jobs(
    queue text default null,
    kind text default null,
    error_type text default null,
    since timestamptz default null,
    until timestamptz default null
)
returns api.dead_count
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_done queue.dead_count := queue.redrive_dead(queue, kind, error_type, since, until);
begin
    return row(v_done.*)::api.dead_count;
end
$$;

comment on function api.redrive_dead_jobs is 'Gives each dead job that fits one more attempt, 10000 at most.';

create function api.purge_dead_jobs(
    queue text default null,
    kind text default null,
    error_type text default null,
    since timestamptz default null,
    until timestamptz default null
)
returns api.dead_count
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_done queue.dead_count := queue.purge_dead(queue, kind, error_type, since, until);
begin
    return row(v_done.*)::api.dead_count;
end
$$;

comment on function api.purge_dead_jobs is 'Erases what the dead jobs that fit were about, 10000 at most.';

select gateway.expose(
    'GET', '/v1/dead-jobs', 'api.list_dead_jobs', 'List the dead jobs', 'job.read', tags => '{jobs}', page_key => 'job_id',
    arguments => '{"limit": "How many at most.", "queue": "Only those in this queue.", "kind": "Only those of this kind.", "error_type": "Only those that died of an error of this type; * at its end stands for anything."}'
);
select gateway.expose(
    'POST', '/v1/dead-jobs/redrive', 'api.redrive_dead_jobs', 'Retry dead jobs', 'job.write', tags => '{jobs}', success_status => 200,
    arguments => '{"queue": "Only those in this queue.", "kind": "Only those of this kind.", "error_type": "Only those that died of an error of this type.", "since": "Only those enqueued since.", "until": "Only those enqueued before."}',
    examples => '{"request": {"kind": "howdah.noop"}}'
);
select gateway.expose(
    'POST', '/v1/dead-jobs/purge', 'api.purge_dead_jobs', 'Erase dead jobs', 'job.write', tags => '{jobs}', success_status => 200,
    arguments => '{"queue": "Only those in this queue.", "kind": "Only those of this kind.", "error_type": "Only those that died of an error of this type.", "since": "Only those enqueued since.", "until": "Only those enqueued before."}',
    examples => '{"request": {"kind": "howdah.noop"}}'
);

commit;
