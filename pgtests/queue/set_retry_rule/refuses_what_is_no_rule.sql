\ir ../../_setup.psql
select plan(4);

set local role api_owner;

select throws_ok($$select queue.set_retry_rule('nowhere', 'x')$$, 'QU404', null, 'an unknown queue');
select throws_ok($$select queue.set_retry_rule('default', '*x')$$, '23514', null, 'an asterisk that is not at the end');
select throws_ok($$select queue.set_retry_rule('default', 'x', 'never')$$, '23514', null, 'an unknown outcome');
select throws_ok($$select queue.set_retry_rule('default', 'x', retry_base => '2 years')$$, '23514', null, 'a wait of more than a year');

select * from finish();
rollback;
