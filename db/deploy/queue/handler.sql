-- Deploy howdah:queue/handler to pg
-- requires: queue/schema
-- requires: core/protect

begin;

set local role queue_owner;

create table queue.handler (
    kind core.word not null primary key,
    function_name text not null
);

comment on table queue.handler is 'Which kinds of job are run by a function of the database.';
comment on column queue.handler.kind is 'The kind of job.';
comment on column queue.handler.function_name is 'The function, with its schema; takes job_id bigint and payload jsonb.';

select core.confine('queue.handler', 'queue_owner');
create policy engine_reads_handler on queue.handler for select to queue_engine using (true);
grant select on queue.handler to queue_engine;

create function queue.handle(kind core.word, function_name regproc)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    insert into queue.handler as h (kind, function_name)
    values (handle.kind, handle.function_name::text)
    on conflict on constraint handler_pkey do update set function_name = excluded.function_name
$$;

comment on function queue.handle is
    'Has jobs of a kind run by a function (job_id bigint, payload jsonb), in the context of the job''s tenant. Grant execute on it to queue_engine.';
grant execute on function queue.handle to api_owner;

commit;
