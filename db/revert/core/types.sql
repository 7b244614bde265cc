-- Revert howdah:core/types from pg

begin;

drop domain core.email;
drop domain core.word;
drop domain core.title;
drop domain core.slug;
drop domain core.page_size;

commit;
