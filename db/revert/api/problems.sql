-- Revert howdah:api/problems from pg

begin;

delete from gateway.problem where code = 'QU404';
delete from gateway.problem where code = 'QU409';
delete from gateway.problem where code = 'QU422';
delete from gateway.problem where code = 'QU423';
delete from gateway.problem where code = 'VE404';
delete from gateway.problem where code = 'VE410';

commit;
