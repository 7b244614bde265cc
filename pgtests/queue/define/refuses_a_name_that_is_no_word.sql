\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select throws_ok($$select queue.define('my mail')$$, '23514', null, 'a queue is named by a word');

select * from finish();
rollback;
