\ir ../../_setup.psql
select plan(2);

create function tests.tidy() returns void language sql security definer as $$ insert into tests.greeting (name) values ('tidied') $$;
grant insert on tests.greeting to ops_owner;
set local role queue_owner;
select ops.register_maintenance('tests.tidy'), ops.register_maintenance('tests.tidy') as registered \gset

set local role howdah_worker;
select lives_ok('select ops.maintain()', 'a worker maintains');
reset role;
select results_eq('select name from tests.greeting', $$values ('tidied')$$, 'each function runs once');

select * from finish();
rollback;
