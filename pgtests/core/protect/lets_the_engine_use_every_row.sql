\ir ../../_setup.psql
select plan(2);

select tests.given_protected_table('audit_owner', 'iam_engine') as given, core.new_id() as acme \gset
insert into tests.thing values (:'acme', 1), (core.new_id(), 2);
grant select, insert on tests.thing to iam_engine;
set local role iam_engine;

select is((select count(*) from tests.thing), 2::bigint, 'the engine sees the rows of all');
select lives_ok('insert into tests.thing values (core.new_id(), 3)', 'and adds to any');

select * from finish();
rollback;
