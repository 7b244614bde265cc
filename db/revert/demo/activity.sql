-- Revert howdah:demo/activity from pg

begin;

drop table demo.activity;

commit;
