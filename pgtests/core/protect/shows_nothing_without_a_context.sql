\ir ../../_setup.psql
select plan(2);

select tests.given_protected_table('audit_owner') as given, core.new_id() as acme \gset
insert into tests.thing values (:'acme', 1);
set local role audit_owner;

select is_empty('select t.thing_id from tests.thing as t', 'even its owner sees nothing');
select is_empty('delete from tests.thing as t returning t.thing_id', 'nor deletes anything');

select * from finish();
rollback;
