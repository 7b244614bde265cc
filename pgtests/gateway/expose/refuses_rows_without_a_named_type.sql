\ir ../../_setup.psql
select plan(2);

create function tests.list_pairs() returns table (number integer, word text) language sql stable security definer
as $$ select 1, 'one' $$;
create function tests.list_words() returns table (word text) language sql stable security definer as $$ select 'one' $$;
set local role api_owner;

select throws_ok(
    $$select gateway.expose('GET', '/pairs', 'tests.list_pairs', 'List pairs')$$, '42P13', null,
    'the description could not say what a row looks like'
);
select lives_ok(
    $$select gateway.expose('GET', '/words', 'tests.list_words', 'List words')$$,
    'one column has a type'
);

select * from finish();
rollback;
