-- Revert howdah:api/queues from pg

begin;

select gateway.withdraw('DELETE', '/v1/queues/{queue}/retry-rules/{error_type}');
select gateway.withdraw('GET', '/v1/blocked-keys');
select gateway.withdraw('GET', '/v1/queues');
select gateway.withdraw('GET', '/v1/queues/{queue}/limits');
select gateway.withdraw('GET', '/v1/queues/{queue}/retry-rules');
select gateway.withdraw('GET', '/v1/queues/{queue}/shares');
select gateway.withdraw('PUT', '/v1/queues/{queue}/limits/{gate}');
select gateway.withdraw('PUT', '/v1/queues/{queue}/retry-rules/{error_type}');
select gateway.withdraw('PUT', '/v1/queues/{queue}/shares/{tenant_id}');
select gateway.withdraw('PUT', '/v1/queues/{queue}/state');
delete from gateway.nullable_field where type_name = 'api.queue_limit';
delete from gateway.nullable_field where type_name = 'api.queue_share';
delete from gateway.nullable_field where type_name = 'api.retry_rule';
delete from gateway.nullable_field where type_name = 'api.blocked_key';

drop function api.drop_retry_rule(text,text);
drop function api.set_retry_rule(text,text,api.retry_outcome,api.retry_strategy,double precision,double precision,smallint);
drop function api.list_retry_rules(text);
drop function api.set_queue_share(text,uuid,smallint,integer,double precision,integer);
drop function api.list_queue_shares(text,uuid,integer);
drop function api.set_queue_limit(text,api.limit_gate,integer,double precision,integer);
drop function api.list_queue_limits(text);
drop function api.set_queue_state(text,api.queue_state);
drop function api.list_blocked_keys(text,api.blocked_gate,text,integer);
drop function api.list_queues();
drop type api.blocked_key;
drop type api.retry_rule;
drop type api.queue_share;
drop type api.queue_limit;
drop type api.queue;
drop domain api.retry_strategy;
drop domain api.retry_outcome;
drop domain api.blocked_gate;
drop domain api.limit_gate;
drop domain api.queue_state;

commit;
