\ir ../../_setup.psql
select plan(5);

select tests.given_tenant() as acme, tests.at_noon() as at \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok(
    $$select queue.create_schedule('a', '* 25 * * *', 'b')$$, 'QU422', null, 'an hour that no day has'
);
select throws_ok(
    $$select queue.create_schedule('a', '@daily', 'b', time_zone => 'Moon/Tycho')$$, 'QU422', null, 'a zone that is not'
);
select throws_ok(
    $$select queue.create_schedule('a', '@daily', 'b', queue => 'nowhere')$$, 'QU422', null, 'a queue that is not'
);
select throws_ok($$select queue.create_schedule('a', '@daily', 'no kind')$$, '23514', null, 'a kind that is not');
select throws_ok(
    $$select queue.create_schedule('a', '@daily', 'b', missed => 'forget')$$, '23514', null, 'a policy that is not'
);

select * from finish();
rollback;
