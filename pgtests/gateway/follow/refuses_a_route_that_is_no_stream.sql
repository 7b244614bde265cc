\ir ../../_setup.psql
select plan(2);

set local role howdah_api;

select throws_ok('select * from gateway.follow(0, ''{}'')', 'WG410', null, 'there is no such route');
select throws_ok(
    'select * from gateway.follow(tests.route(''whoami''), ''{}'')', 'WG410', null,
    'a call is not followed'
);

select * from finish();
rollback;
