-- Deploy howdah:event/announce_job_ends to pg
-- requires: event/event
-- requires: queue/hook
-- requires: pulse/bell

begin;

set local role event_engine;

-- Rules do not apply to these events: a rule for everything would set itself off without end.
create function event.announce_job_ends(ends jsonb)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into event.event (tenant_id, type, key, data)
    select
        e.tenant_id, 'job.' || e.state, 'job/' || e.job_id,
        jsonb_build_object(
            'job_id', e.job_id, 'queue', e.queue, 'kind', e.kind, 'attempt', e.attempt, 'error', e.error
        )
    from jsonb_to_recordset(ends) as e (
            tenant_id uuid, job_id bigint, queue text, kind text, state text, attempt smallint, error jsonb
        );

    perform pulse.announce('event');
end
$$;

comment on function event.announce_job_ends is
    'Emits job.succeeded, job.dead or job.cancelled for each end, in the transaction that settles the job.';
grant execute on function event.announce_job_ends to queue_owner;

select queue.register_hook('event.announce_job_ends');

commit;
