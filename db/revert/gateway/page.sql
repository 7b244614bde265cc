-- Revert howdah:gateway/page from pg

begin;

drop function gateway.build_page(integer,jsonb,text,json[]);
drop function gateway.page_arguments(integer,jsonb);

commit;
