-- Verify howdah:api/problems on pg

begin;

select 1 / count(*) from gateway.problem where code = 'QU404';
select 1 / count(*) from gateway.problem where code = 'QU409';
select 1 / count(*) from gateway.problem where code = 'QU422';
select 1 / count(*) from gateway.problem where code = 'QU423';
select 1 / count(*) from gateway.problem where code = 'VE404';
select 1 / count(*) from gateway.problem where code = 'VE410';

rollback;
