\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret, tests.given_greet_route() as given \gset
set local role howdah_api;

select is((tests.call(:'secret', 'greet', '{"name": "Ada"}')).body, '"Ada, glad, 1"', 'what is left out');
select is(
    (tests.call(:'secret', 'greet', '{"name": "Ada", "mood": "sad", "times": 2}')).body,
    '"Ada, sad, 2"', 'what is given'
);
select is(
    (tests.call(:'secret', 'greet', '{"name": "Ada", "mood": null}')).body, '"Ada, , 1"',
    'what is null was given'
);

select * from finish();
rollback;
