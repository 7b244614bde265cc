-- Revert howdah:queue/claim from pg

begin;

drop function queue.claim(text[],text,integer);
drop function queue.cut_page(text[],text);
drop function queue.jobs_of_page(bigint,boolean);
drop function queue.drop_cancelled(bigint);
drop function queue.may_be_cancelled(bigint);
drop function queue.take_page(text[],text);
drop function queue.lease_page(integer,text,interval);
drop function queue.hint(integer);

commit;
