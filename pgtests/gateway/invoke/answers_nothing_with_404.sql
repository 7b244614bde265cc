\ir ../../_setup.psql
select plan(2);

create function tests.find_number(number integer) returns tests.number language sql stable security definer as $$
    select n.number, n.word from tests.list_numbers() as n where n.number = find_number.number
$$;
select
    tests.given_tenant() as acme,
    gateway.expose('GET', '/numbers/{number}', 'tests.find_number', 'Find') as exposed \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select is(
    (tests.call(:'secret', 'find_number', '{"number": 7}')).body, '{"number":7,"word":"number 7"}',
    'what is there'
);
select throws_ok(
    format($$select tests.call(%L, 'find_number', '{"number": 11}')$$, :'secret'), 'WG404', null,
    'what is not'
);

select * from finish();
rollback;
