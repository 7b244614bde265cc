-- Verify howdah:queue/firing on pg

begin;

select 1 / count(*) from ops.maintenance where function_name = 'queue.maintain_firings';
select 1 / count(*) from ops.log where log_table = 'queue.firing';
select 'queue.firing_id_seq'::regclass;
select tenant_id, schedule_id, firing_id, fire_at, missed_since, fired_at, job_id from queue.firing where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'queue.firing'::regclass;
select 'queue.firing_id(timestamp with time zone)'::regprocedure;
select 'queue.made_up_since(queue.missed_policy,timestamp with time zone)'::regprocedure;
select 'queue.open_firings_of(timestamp with time zone)'::regprocedure;
select 1 / has_function_privilege('ops_owner', 'queue.maintain_firings()', 'execute')::int;

rollback;
