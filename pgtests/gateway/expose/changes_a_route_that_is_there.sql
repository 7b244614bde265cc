\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
select tests.route('greet') as route_id \gset
create function tests.praise(name text) returns text language sql security definer as $$ select name || ' is great' $$;

set local role api_owner;
select gateway.expose('POST', '/greetings', 'tests.praise', 'Praise', success_status => 202) as exposed \gset

set local role howdah_api;
select is(tests.route('praise'), :route_id, 'it is the same route');
select is(
    (tests.call(:'secret', 'praise', '{"name": "Ada"}'))::text, '(202,"""Ada is great""",,)',
    'another function answers, in its way'
);
select is(tests.route('greet'), null, 'the operation of old is gone');

select * from finish();
rollback;
