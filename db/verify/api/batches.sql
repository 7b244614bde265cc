-- Verify howdah:api/batches on pg

begin;

select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/batches/{batch_id}/close';
select 1 / count(*) from gateway.route where method = 'POST' and path = '/v1/batches';
select 1 / count(*) from gateway.route where method = 'GET' and path = '/v1/batches/{batch_id}';
select 'api.batch'::regtype;
select 'api.open_batch(core.word,jsonb,core.word,smallint)'::regprocedure;
select 'api.get_batch(bigint)'::regprocedure;
select 'api.close_batch(bigint)'::regprocedure;

rollback;
