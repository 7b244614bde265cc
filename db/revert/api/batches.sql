-- Revert howdah:api/batches from pg

begin;

select gateway.withdraw('GET', '/v1/batches/{batch_id}');
select gateway.withdraw('POST', '/v1/batches');
select gateway.withdraw('POST', '/v1/batches/{batch_id}/close');
delete from gateway.nullable_field where type_name = 'api.batch';

drop function api.close_batch(bigint);
drop function api.get_batch(bigint);
drop function api.open_batch(core.word,jsonb,core.word,smallint);
drop type api.batch;

commit;
