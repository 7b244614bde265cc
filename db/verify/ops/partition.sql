-- Verify howdah:ops/partition on pg

begin;

select log_table, id_sequence, every, keep from ops.log where false;
select 1 / (relrowsecurity and relforcerowsecurity)::int from pg_class where oid = 'ops.log'::regclass;
select 1 / has_function_privilege('pulse_owner', 'ops.register_log(text,text,interval,interval)', 'execute')::int;
select 1 / has_function_privilege('audit_owner', 'ops.register_log(text,text,interval,interval)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.register_log(text,text,interval,interval)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'ops.register_log(text,text,interval,interval)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'ops.register_log(text,text,interval,interval)', 'execute')::int;
select 1 / has_function_privilege('pulse_owner', 'ops.log_settings(text)', 'execute')::int;
select 1 / has_function_privilege('audit_owner', 'ops.log_settings(text)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.log_settings(text)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'ops.log_settings(text)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'ops.log_settings(text)', 'execute')::int;
select 1 / has_function_privilege('pulse_owner', 'ops.create_partition(regclass,timestamp with time zone,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('audit_owner', 'ops.create_partition(regclass,timestamp with time zone,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.create_partition(regclass,timestamp with time zone,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'ops.create_partition(regclass,timestamp with time zone,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'ops.create_partition(regclass,timestamp with time zone,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('pulse_owner', 'ops.maintain_log(regclass,integer)', 'execute')::int;
select 1 / has_function_privilege('audit_owner', 'ops.maintain_log(regclass,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.maintain_log(regclass,integer)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'ops.maintain_log(regclass,integer)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'ops.maintain_log(regclass,integer)', 'execute')::int;
select 1 / has_function_privilege('pulse_owner', 'ops.partition(regclass,regclass,interval,interval)', 'execute')::int;
select 1 / has_function_privilege('audit_owner', 'ops.partition(regclass,regclass,interval,interval)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.partition(regclass,regclass,interval,interval)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'ops.partition(regclass,regclass,interval,interval)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'ops.partition(regclass,regclass,interval,interval)', 'execute')::int;
select 1 / has_function_privilege('pulse_owner', 'ops.expired_partitions(regclass)', 'execute')::int;
select 1 / has_function_privilege('audit_owner', 'ops.expired_partitions(regclass)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.expired_partitions(regclass)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'ops.expired_partitions(regclass)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'ops.expired_partitions(regclass)', 'execute')::int;
select 1 / has_function_privilege('pulse_owner', 'ops.partition_name(regclass,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('audit_owner', 'ops.partition_name(regclass,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.partition_name(regclass,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'ops.partition_name(regclass,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'ops.partition_name(regclass,timestamp with time zone)', 'execute')::int;
select 1 / has_function_privilege('pulse_owner', 'ops.drop_partition(regclass)', 'execute')::int;
select 1 / has_function_privilege('audit_owner', 'ops.drop_partition(regclass)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'ops.drop_partition(regclass)', 'execute')::int;
select 1 / has_function_privilege('queue_owner', 'ops.drop_partition(regclass)', 'execute')::int;
select 1 / has_function_privilege('event_owner', 'ops.drop_partition(regclass)', 'execute')::int;

rollback;
