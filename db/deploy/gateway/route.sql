-- Deploy howdah:gateway/route to pg
-- requires: gateway/schema
-- requires: core/protect

begin;

set local role gateway_owner;

create table gateway.route (
    route_id integer generated always as identity primary key,
    method text not null
    constraint method_is_known check (method in ('GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
    path text not null
    constraint path_is_plain_segments_or_parameters
    check (path ~ '^(/([a-z0-9][a-z0-9._~-]*|\{[a-z][a-z0-9_]*\}))+$'),
    kind text not null default 'call'
    constraint kind_is_known check (kind in ('call', 'stream')),
    function_name text not null,
    operation_id text not null unique,
    summary text not null,
    tags text[] not null,
    permission text,
    is_public boolean not null default false,
    idempotency text not null default 'none'
    constraint idempotency_is_known check (idempotency in ('none', 'optional', 'required')),
    success_status smallint not null,
    rate_class text not null default 'default',
    page_key text,
    argument_comments jsonb not null default '{}',
    examples jsonb,
    call_text text not null,
    unique (method, path),
    constraint a_public_route_asks_for_no_permission check (not (is_public and permission is not null))
);

comment on table gateway.route is 'The endpoints: method and path, and the function that answers.';
comment on column gateway.route.route_id is 'The id by which the API process calls the route.';
comment on column gateway.route.method is 'The HTTP method.';
comment on column gateway.route.path is 'The path; {name} stands for the argument of that name.';
comment on column gateway.route.kind is 'call: one answer. stream: events for as long as the client stays.';
comment on column gateway.route.function_name is 'The function, with its schema.';
comment on column gateway.route.operation_id is 'The name of the operation in the description of the API and in the audit log.';
comment on column gateway.route.summary is 'What it does, in a line.';
comment on column gateway.route.tags is 'Under which headings the description shows it.';
comment on column gateway.route.permission is 'The permission that the caller must have; null: any valid credential will do.';
comment on column gateway.route.is_public is 'Whether it answers without a credential.';
comment on column gateway.route.idempotency is 'Whether an idempotency key is taken, demanded or neither.';
comment on column gateway.route.success_status is 'The status of an answer that is no refusal.';
comment on column gateway.route.rate_class is 'Which limits count it.';
comment on column gateway.route.page_key is 'The field of an item that the next page begins after; null when it does not answer in pages.';
comment on column gateway.route.argument_comments is 'What each argument means, by its name.';
comment on column gateway.route.examples is 'A request and a response, as the description shows them.';
comment on column gateway.route.call_text is 'The statement that turns the arguments ($1, jsonb) into the body of the answer.';

select core.confine('gateway.route', 'gateway_owner');

create table gateway.nullable_field (
    type_name text not null,
    field text not null,
    primary key (type_name, field)
);

comment on table gateway.nullable_field is 'Which fields of composite types may be null in an answer; all others never are.';
comment on column gateway.nullable_field.type_name is 'The composite type, with its schema.';
comment on column gateway.nullable_field.field is 'The name of the field.';

select core.confine('gateway.nullable_field', 'gateway_owner');

create function gateway.declare_nullable(type_name regtype, variadic fields text[])
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    insert into gateway.nullable_field (type_name, field)
    select declare_nullable.type_name::text, f
    from unnest(fields) as f
    on conflict do nothing
$$;

comment on function gateway.declare_nullable is 'Says that these fields of a composite type may be null in an answer.';
grant execute on function gateway.declare_nullable to api_owner;

commit;
