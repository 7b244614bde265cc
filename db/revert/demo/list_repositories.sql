-- Revert howdah:demo/list_repositories from pg

begin;

select gateway.withdraw('GET', '/v1/repositories');

drop function demo.list_repositories(text, integer);
drop type demo.repository;

commit;
