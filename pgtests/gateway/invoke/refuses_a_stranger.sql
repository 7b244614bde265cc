\ir ../../_setup.psql
select plan(3);

set local role howdah_api;

select is(tests.code(tests.call('hwd_unknown', 'whoami')), '401 IA401', 'an unknown secret');
select is(tests.code(gateway.invoke(tests.route('whoami'), null, '{}')), '401 IA401', 'none at all');
select is(tests.code(gateway.invoke(tests.route('whoami'), '', '{}')), '401 IA401', 'an empty one');

select * from finish();
rollback;
