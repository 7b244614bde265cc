\ir ../../_setup.psql
select plan(3);

set local role api_owner;

select throws_ok($$select queue.define('mail', page_size => 0)$$, '23514', null, 'a page holds at least one job');
select throws_ok($$select queue.define('mail', page_size => 1001)$$, '23514', null, 'and at most a thousand');
select lives_ok($$select queue.define('mail', page_size => 1000)$$, 'a thousand is allowed');

select * from finish();
rollback;
