-- Deploy howdah:gateway/problem to pg
-- requires: gateway/schema
-- requires: core/protect

begin;

set local role gateway_owner;

create table gateway.problem (
    code text not null primary key
    constraint code_is_two_letters_and_a_status check (code ~ '^[I-Z][A-Z][45][0-9]{2}$'),
    description text not null
);

comment on table gateway.problem is 'What each code of a refusal means, for the description of the API and its problem pages.';
comment on column gateway.problem.code is 'The SQLSTATE: two letters of the service, then the HTTP status.';
comment on column gateway.problem.description is 'What happened and what a client can do about it.';

select core.confine('gateway.problem', 'gateway_owner');

create function gateway.declare_problem(code text, description text)
returns void
language sql
volatile
security definer
set search_path = ''
as $$
    insert into gateway.problem as p (code, description)
    values (declare_problem.code, declare_problem.description)
    on conflict on constraint problem_pkey do update set description = excluded.description
$$;

comment on function gateway.declare_problem is 'Says what a code means, or says it anew. Raises 23514 when it is no code.';
grant execute on function gateway.declare_problem to api_owner;

insert into gateway.problem (code, description)
values
('IA401', 'The credential is missing, unknown, expired or revoked.'),
('IA403', 'The role lacks the permission that this needs, or would give away more than it has.'),
('IA404', 'There is no such key, role or user in the tenant.'),
('IA409', 'The name is taken, or what is to be deleted is in use.'),
('IA422', 'The role or the permission is not known, or the time is past.'),
('TE403', 'The tenant is suspended.'),
('TE404', 'There is no such tenant or member.'),
('TE409', 'The slug is taken, or the person is a member already.'),
('WG404', 'There is no such thing in the tenant.'),
('WG409', 'A request with the same idempotency key is still running; wait for its answer.'),
('WG410', 'The endpoint has been withdrawn.'),
('WG422', 'The cursor does not belong to this query, or the idempotency key came with another request before.');

commit;
