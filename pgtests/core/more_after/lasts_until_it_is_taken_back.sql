\ir ../../_setup.psql
select plan(2);

select core.more_after('7') as said \gset
select is(current_setting('howdah.more_after'), '7', 'a list says that it goes on');
select core.more_after(null) as said \gset
select is(current_setting('howdah.more_after'), '', 'and that it does not');

select * from finish();
rollback;
