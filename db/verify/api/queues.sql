-- Verify howdah:api/queues on pg

begin;

select 1 / count(*) from gateway.route where method = 'PUT' and path = '/v1/queues/{queue}/state';
select 1 / count(*) from gateway.route where method = 'PUT' and path = '/v1/queues/{queue}/shares/{tenant_id}';
select 1 / count(*) from gateway.route where method = 'PUT' and path = '/v1/queues/{queue}/limits/{gate}';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/queues';
select 'api.queue'::regtype;
select 'api.list_queues()'::regprocedure;
select 'api.find_queue(text)'::regprocedure;
select 'api.queue_state'::regtype;
select 'api.set_queue_state(text,api.queue_state)'::regprocedure;
select 'api.queue_gate'::regtype;
select 'api.set_queue_limit(text,api.queue_gate,integer,double precision,integer)'::regprocedure;
select 'api.set_queue_share(text,uuid,smallint,integer,double precision,integer)'::regprocedure;

rollback;
