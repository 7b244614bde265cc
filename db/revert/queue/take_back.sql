-- Revert howdah:queue/take_back from pg

begin;

drop function queue.locate_job(bigint);
drop function queue.find_tenant(bigint);
drop function queue.take_back(bigint);
drop function queue.list_pages();
drop function queue.list_workers();

commit;
