\ir ../../_setup.psql
select plan(4);

set local role api_owner;

select lives_ok('select 1::core.page_size, 200::core.page_size', '1 and 200 will do');
select throws_ok('select 0::core.page_size', '23514', null, '0 is too small');
select throws_ok('select 201::core.page_size', '23514', null, '201 is too large');
select throws_ok('select (-1)::core.page_size', '23514', null, 'a negative one is none');

select * from finish();
rollback;
