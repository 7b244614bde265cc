\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
select
    tests.given_schedule('a', missed => 'skip', next_fire_at => '2030-01-01 11:59Z') as late,
    tests.given_schedule('b', missed => 'skip', next_fire_at => '2030-01-01 11:59:01Z') as in_time \gset
set local timezone = 'UTC';
set local role howdah_worker;

select is_empty(format($$select from tests.fire(%L, '{2030-01-01 11:59Z}')$$, :'late'), 'a minute is too late');
select is(
    (tests.schedule(:'late')).note, 'what was due from 2030-01-01 11:59:00+00 on came too late and was left out', 'its note says so'
);
select isnt_empty(format($$select from tests.fire(%L, '{2030-01-01 11:59:01Z}')$$, :'in_time'), 'less is not');
select is((tests.schedule(:'in_time')).note, null, 'and needs no note');

select * from finish();
rollback;
