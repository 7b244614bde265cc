-- Deploy howdah:gateway/answer to pg
-- requires: gateway/schema
-- requires: core/protect
-- requires: ops/partition
-- requires: ops/maintain

begin;

set local role gateway_owner;

create sequence gateway.answer_id_seq;

create table gateway.answer (
    tenant_id uuid not null,
    answer_id bigint not null default nextval('gateway.answer_id_seq'),
    principal_id uuid not null,
    idempotency_key text not null,
    route_id integer not null,
    fingerprint bytea not null,
    status smallint not null,
    body text,
    answered_at timestamptz not null default core.now(),
    primary key (tenant_id, answer_id)
) partition by range (answer_id);

create index answer_tenant_id_principal_id_idempotency_key_answer_id_idx
on gateway.answer (tenant_id, principal_id, idempotency_key, answer_id);

comment on table gateway.answer is
    'What was answered to requests that carried an idempotency key; kept for a day (draft-ietf-httpapi-idempotency-key-header).';
comment on column gateway.answer.tenant_id is 'The tenant.';
comment on column gateway.answer.answer_id is 'The number of the answer.';
comment on column gateway.answer.principal_id is 'Who asked; keys of different principals never meet.';
comment on column gateway.answer.idempotency_key is 'The key that came with the request.';
comment on column gateway.answer.route_id is 'Which route answered.';
comment on column gateway.answer.fingerprint is 'SHA-256 over method, path, query and body of the request.';
comment on column gateway.answer.status is 'The status of the answer.';
comment on column gateway.answer.body is 'Its body; null when it had none.';
comment on column gateway.answer.answered_at is 'When it was given.';

select core.protect('gateway.answer');
select ops.partition('gateway.answer', 'gateway.answer_id_seq', keep => interval '1 day');

-- The lock is held until commit: of two requests with one key that run at the same time the
-- second learns so at once; and the first to come back finds the answer.
create function gateway.find_answer(idempotency_key text, fingerprint bytea)
returns gateway.answer
language plpgsql
volatile
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
as $$
declare
    v_since timestamptz := core.now() - interval '1 day';
    v_floor bigint := core.id_at(v_since - interval '1 hour');
    v_answer gateway.answer;
begin
    if not pg_try_advisory_xact_lock(
        hashtextextended(concat_ws(' ', core.tenant_id(), core.principal_id(), idempotency_key), 1)
    ) then
        raise exception using
            errcode = 'WG409', message = 'a request with this idempotency key is still running',
            hint = 'Wait for its answer, or repeat the request later.';
    end if;

    select a.*
    into v_answer
    from gateway.answer as a
    where a.tenant_id = core.tenant_id()
        and a.principal_id = core.principal_id()
        and a.idempotency_key = find_answer.idempotency_key
        and a.answer_id >= v_floor
        and a.answered_at > v_since;

    if v_answer.fingerprint <> find_answer.fingerprint then
        raise exception using
            errcode = 'WG422', message = 'this idempotency key came with another request before',
            column = 'Idempotency-Key', hint = 'Use a new key for each new request.';
    end if;

    return v_answer;
end
$$;

comment on function gateway.find_answer is
    'The answer that was given to this key within a day, null when there is none; holds the key until commit. Raises WG409 while another request holds it, WG422 when the key came with another request.';

create function gateway.keep_answer(
    idempotency_key text,
    route_id integer,
    fingerprint bytea,
    status smallint,
    body text
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    insert into gateway.answer (tenant_id, principal_id, idempotency_key, route_id, fingerprint, status, body)
    values (core.tenant_id(), core.principal_id(), idempotency_key, route_id, fingerprint, status, body);
end
$$;

comment on function gateway.keep_answer is 'Keeps the answer of a request with the effect it had: in the same transaction.';

create function gateway.maintain()
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
    perform ops.maintain_log('gateway.answer');
    perform ops.drop_expired('gateway.answer');
end
$$;

comment on function gateway.maintain is 'Creates the partitions of answers that come next and drops those past their retention.';
grant execute on function gateway.maintain to ops_owner;
grant usage on schema gateway to ops_owner;

select ops.register_maintenance('gateway.maintain');

commit;
