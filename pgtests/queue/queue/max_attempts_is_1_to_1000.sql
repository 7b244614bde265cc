\ir ../../_setup.psql
select plan(2);

set local role api_owner;

select throws_ok($$select queue.define('mail', max_attempts => 0)$$, '23514', null, 'a job is attempted at least once');
select throws_ok($$select queue.define('mail', max_attempts => 1001)$$, '23514', null, 'and a thousand times at most');

select * from finish();
rollback;
