-- Revert howdah:api/queues from pg

begin;

select gateway.withdraw('GET', '/v1/queues');
select gateway.withdraw('PUT', '/v1/queues/{queue}/limits/{gate}');
select gateway.withdraw('PUT', '/v1/queues/{queue}/shares/{tenant_id}');
select gateway.withdraw('PUT', '/v1/queues/{queue}/state');

drop function api.set_queue_share(text,uuid,smallint,integer,double precision,integer);
drop function api.set_queue_limit(text,api.queue_gate,integer,double precision,integer);
drop domain api.queue_gate;
drop function api.set_queue_state(text,api.queue_state);
drop domain api.queue_state;
drop function api.find_queue(text);
drop function api.list_queues();
drop type api.queue;

commit;
