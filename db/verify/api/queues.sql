-- Verify howdah:api/queues on pg

begin;

select 1 / count(*) from gateway.route where method = 'DELETE' and path = '/v1/queues/{queue}/retry-rules/{error_type}';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/blocked-keys';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/queues';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/queues/{queue}/limits';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/queues/{queue}/retry-rules';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/queues/{queue}/shares';
select 1 / count(*) from gateway.route where method = 'PUT' and path = '/v1/queues/{queue}/limits/{gate}';
select 1 / count(*) from gateway.route where method = 'PUT' and path = '/v1/queues/{queue}/retry-rules/{error_type}';
select 1 / count(*) from gateway.route where method = 'PUT' and path = '/v1/queues/{queue}/shares/{tenant_id}';
select 1 / count(*) from gateway.route where method = 'PUT' and path = '/v1/queues/{queue}/state';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.queue_limit';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.queue_share';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.retry_rule';
select 1 / count(*) from gateway.nullable_field where type_name = 'api.blocked_key';
select 'api.queue_state'::regtype;
select 'api.limit_gate'::regtype;
select 'api.blocked_gate'::regtype;
select 'api.retry_outcome'::regtype;
select 'api.retry_strategy'::regtype;
select 'api.queue'::regtype;
select 'api.queue_limit'::regtype;
select 'api.queue_share'::regtype;
select 'api.retry_rule'::regtype;
select 'api.blocked_key'::regtype;
select 1 / has_function_privilege('gateway_owner', 'api.list_queues()', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_blocked_keys(text,api.blocked_gate,text,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.set_queue_state(text,api.queue_state)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_queue_limits(text)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.set_queue_limit(text,api.limit_gate,integer,double precision,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_queue_shares(text,uuid,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.set_queue_share(text,uuid,smallint,integer,double precision,integer)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.list_retry_rules(text)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.set_retry_rule(text,text,api.retry_outcome,api.retry_strategy,double precision,double precision,smallint)', 'execute')::int;
select 1 / has_function_privilege('gateway_owner', 'api.drop_retry_rule(text,text)', 'execute')::int;

rollback;
