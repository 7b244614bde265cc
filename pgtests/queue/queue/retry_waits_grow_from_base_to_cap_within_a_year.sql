\ir ../../_setup.psql
select plan(4);

set local role api_owner;

select throws_ok($$select queue.define('mail', retry_base => '-1 second')$$, '23514', null, 'no wait is negative');
select throws_ok(
    $$select queue.define('mail', retry_base => '2 hours', retry_cap => '1 hour')$$, '23514', null,
    'the cap is not below the base'
);
select throws_ok($$select queue.define('mail', retry_cap => '2 years')$$, '23514', null, 'the cap is a year at most');
select lives_ok($$select queue.define('mail', retry_base => '0', retry_cap => '0')$$, 'not to wait at all is allowed');

select * from finish();
rollback;
