\ir ../../_setup.psql
select plan(3);

create function tests.plain() returns void language sql as '';
create function tests.lent() returns void language sql security definer as '';
revoke execute on function tests.lent from public;
set local role ops_owner;

select throws_ok($$select core.check_callee('tests.plain', 'ops_owner')$$, '42P13', null, 'a function without rights of its own');
select throws_ok($$select core.check_callee('tests.lent', 'ops_owner')$$, '42501', null, 'and one that the caller may not execute');

reset role;
grant execute on function tests.lent to ops_owner;
set local role ops_owner;
select lives_ok($$select core.check_callee('tests.lent', 'ops_owner')$$, 'the others are accepted');

select * from finish();
rollback;
