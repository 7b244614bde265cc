-- Verify howdah:core/types on pg

begin;

select 'core.page_size'::regtype;
select 'core.slug'::regtype;
select 'core.title'::regtype;
select 'core.word'::regtype;
select 'core.email'::regtype;

rollback;
