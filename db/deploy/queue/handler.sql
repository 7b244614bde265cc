-- Deploy howdah:queue/handler to pg
-- requires: queue/schema
-- requires: core/protect
-- requires: core/check_callee

begin;

set local role queue_owner;

-- One table for both forms, so that a kind has one handler and a claim one look-up.
create table queue.handler (
    kind core.word not null primary key,
    function_name text,
    is_page boolean not null default false,
    url text
    constraint url_is_http_and_has_at_most_2048_characters
    check (url ~* '^https?://[^\s/?#@]+([/?#]\S*)?$' and length(url) <= 2048),
    timeout interval not null default interval '30 seconds'
    constraint timeout_is_100_milliseconds_to_an_hour check (timeout between interval '100 milliseconds' and interval '1 hour'),
    secret text
    constraint secret_has_8_to_255_characters_and_base64_after_whsec
    check (secret ~ '^(whsec_([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?|(?!whsec_).{8,255})$'),
    constraint a_handler_is_a_function_or_a_url check ((function_name is null) <> (url is null)),
    constraint a_secret_belongs_to_a_url check (secret is null or url is not null)
);

comment on table queue.handler is
    'Which kinds of job are run by a function of the database, or pushed to a URL; workers run the others by handlers of their own.';
comment on column queue.handler.kind is 'The kind of job.';
comment on column queue.handler.function_name is 'The function, with its schema; null: the jobs are pushed.';
comment on column queue.handler.is_page is
    'Whether the function takes all jobs of a tenant in a page at once (job_ids bigint[], payloads jsonb[]), or one (job_id bigint, payload jsonb).';
comment on column queue.handler.url is 'Where the jobs are pushed to; null: a function runs them.';
comment on column queue.handler.timeout is 'How long one push may take.';
comment on column queue.handler.secret is
    'With what pushes are signed, as Standard Webhooks wants it; workers alone get to know it. Null: they are not signed.';

select core.confine('queue.handler', 'queue_owner');
create policy engine_reads_handler on queue.handler for select to queue_engine using (true);
grant select on queue.handler to queue_engine;

create function queue.check_handler(function_id regproc, is_page boolean)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
    v_function pg_catalog.pg_proc := (select p from pg_catalog.pg_proc as p where p.oid = function_id);
    v_names text[] := case when is_page then '{job_ids,payloads}' else '{job_id,payload}' end;
    v_types text := case when is_page then 'bigint[], jsonb[]' else 'bigint, jsonb' end;
begin
    if v_function.proargnames is distinct from v_names
        or pg_catalog.oidvectortypes(v_function.proargtypes) <> v_types
    then
        raise exception using
            errcode = 'invalid_function_definition',
            message = format('%s must take (%s) of the types (%s)', function_id, array_to_string(v_names, ', '), v_types);
    end if;
    perform core.check_callee(function_id, 'queue_engine');
end
$$;

comment on function queue.check_handler is
    'Refuses a function that can''t run jobs: raises 42P13 for one that takes something else or is no security definer, 42501 for one that queue_engine may not execute.';

create function queue.handle(kind core.word, function_name regproc, is_page boolean default false)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform queue.check_handler(function_name, is_page);
    insert into queue.handler as h (kind, function_name, is_page)
    values (handle.kind, handle.function_name::text, handle.is_page)
    on conflict on constraint handler_pkey do update
    set (function_name, is_page, url, timeout, secret) = (excluded.function_name, excluded.is_page, null, default, null);
end
$$;

comment on function queue.handle is
    'Has jobs of a kind run by a function in the context of their tenant: one by one (job_id bigint, payload jsonb), or, is_page, all of a tenant in a page (job_ids bigint[], payloads jsonb[]). It is a security definer that queue_engine may execute. Raises 42P13, 42501.';

create function queue.handle_http(
    kind core.word,
    url text,
    timeout interval default '30 seconds',
    secret text default null
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into queue.handler as h (kind, url, timeout, secret)
    values (handle_http.kind, handle_http.url, handle_http.timeout, handle_http.secret)
    on conflict on constraint handler_pkey do update
    set (function_name, is_page, url, timeout, secret) = (null, false, excluded.url, excluded.timeout, excluded.secret);
end
$$;

comment on function queue.handle_http is
    'Has jobs of a kind pushed to a URL by the workers, signed with a secret if there is one. Raises 23514.';

create function queue.unhandle(kind text)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    delete from queue.handler as h where h.kind = unhandle.kind;
    if not found then
        raise exception using
            errcode = 'QU404', message = format('jobs of the kind %L have no handler here', unhandle.kind), column = 'kind';
    end if;
end
$$;

comment on function queue.unhandle is
    'Leaves the jobs of a kind to handlers of the workers again. Raises QU404 when neither a function nor a URL handles them.';

create function queue.list_handlers()
returns table (kind text, function_name text, is_page boolean, url text, timeout interval, is_signed boolean)
language sql
stable
security definer
set search_path = ''
as $$
    select h.kind::text, h.function_name, h.is_page, h.url, h.timeout, h.secret is not null
    from queue.handler as h
    order by h.kind
$$;

comment on function queue.list_handlers is 'Which kinds of job are run by a function or pushed to a URL; secrets are not shown.';

grant execute on function
    queue.handle(core.word, regproc, boolean), queue.handle_http(core.word, text, interval, text),
    queue.unhandle(text), queue.list_handlers()
to api_owner;

commit;
