\ir ../../_setup.psql
select plan(2);

create table tests.setting (name text primary key);
insert into tests.setting values ('a');
grant select on tests.setting to iam_owner, audit_owner;
select core.confine('tests.setting', 'iam_owner') as confined \gset

set local role iam_owner;
select results_eq('select name from tests.setting', $$values ('a')$$, 'the role uses it');
set local role audit_owner;
select is_empty('select name from tests.setting', 'another sees nothing in it, whatever it was granted');

select * from finish();
rollback;
