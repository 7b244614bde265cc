\ir ../../_setup.psql
select plan(2);

set local role howdah_api;

select throws_ok('select gateway.invoke(0, null, ''{}'')', 'WG410', null, 'there is no such route');
select throws_ok(
    format('select gateway.invoke(%s, null, ''{}'')', tests.route('stream_events')), 'WG410', null,
    'a stream is not called'
);

select * from finish();
rollback;
