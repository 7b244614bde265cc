\ir ../../_setup.psql
select plan(5);

set local role howdah_api;

select throws_ok('create temporary table loot (x text)', '42501', null, 'no temporary table');
select throws_ok('create schema loot', '42501', null, 'no schema');
select throws_ok('create table public.loot (x text)', '42501', null, 'no table');
select throws_ok(
    'create function public.loot() returns text language sql as $f$ select 1::text $f$', '42501',
    null, 'no function'
);
select throws_ok($$select lo_from_bytea(0, 'x')$$, '42501', null, 'no large object');

select * from finish();
rollback;
