-- Deploy howdah:queue/hook to pg
-- requires: queue/schema
-- requires: core/check_callee

begin;

set local role queue_owner;

create table queue.hook (
    function_name text not null primary key
);

comment on table queue.hook is 'Functions of later services that hear how announced jobs ended, in the transaction that settles them.';
comment on column queue.hook.function_name is 'The function, with its schema; takes a jsonb array of ends.';

select core.confine('queue.hook', 'queue_owner');

create function queue.register_hook(function_name regproc)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    select core.check_callee(function_name, 'queue_owner');

    insert into queue.hook (function_name)
    values (register_hook.function_name::text)
    on conflict do nothing
$$;

comment on function queue.register_hook is
    'Has a function called with the ends of announced jobs: objects with tenant_id, job_id, queue, kind, state, attempt, error, trace. It is a security definer that queue_owner may execute. Raises 42P13, 42501.';
grant execute on function queue.register_hook to event_owner, event_engine;

create function queue.call_hooks(ends jsonb)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
    v_function text;
begin
    for v_function in select h.function_name from queue.hook as h order by h.function_name loop
        execute format('select %s($1)', v_function) using ends;
    end loop;
end
$$;

comment on function queue.call_hooks is 'Hands the ends of jobs to every hook.';
grant execute on function queue.call_hooks to queue_engine;

commit;
