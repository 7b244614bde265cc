-- Verify howdah:gateway/answer on pg

begin;

select 1 / count(*) from ops.maintenance where function_name = 'gateway.maintain';
select 1 / count(*) from ops.log where log_table = 'gateway.answer';
select 'gateway.answer_id_seq'::regclass;
select
    tenant_id, answer_id, principal_id, idempotency_key, route_id, fingerprint,
    status, body, answered_at
from gateway.answer
where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'gateway.answer'::regclass;
select 'gateway.find_answer(text,bytea)'::regprocedure;
select 'gateway.keep_answer(text,integer,bytea,smallint,text)'::regprocedure;
select 1 / has_function_privilege('ops_owner', 'gateway.maintain()', 'execute')::int;

rollback;
