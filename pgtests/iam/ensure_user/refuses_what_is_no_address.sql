\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select throws_ok($$select iam.ensure_user('ada')$$, '23514', null, 'an address has an at sign');

select * from finish();
rollback;
