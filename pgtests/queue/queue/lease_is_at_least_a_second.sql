\ir ../../_setup.psql
select plan(2);

set local role api_owner;

select throws_ok($$select queue.define('mail', lease => '0.5 seconds')$$, '23514', null, 'half a second is too short');
select lives_ok($$select queue.define('mail', lease => '1 second')$$, 'a second is enough');

select * from finish();
rollback;
