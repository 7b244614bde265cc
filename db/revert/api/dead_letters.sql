-- Revert howdah:api/dead_letters from pg

begin;

select gateway.withdraw('GET', '/v1/dead-letters');
select gateway.withdraw('POST', '/v1/dead-letters/purge');
select gateway.withdraw('POST', '/v1/dead-letters/redrive');

drop function api.purge_dead_letters(bigint[],text,text,text,timestamp with time zone,timestamp with time zone,integer);
drop function api.redrive_dead_letters(bigint[],text,text,text,timestamp with time zone,timestamp with time zone,integer);
drop function api.list_dead_letters(bigint,integer,text,text,text,timestamp with time zone,timestamp with time zone);
drop type api.treated_jobs;

commit;
