\ir ../../_setup.psql
select plan(4);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select lives_ok($$select event.create_rule('*', 'a')$$, 'a star alone is everything');
select throws_ok($$select event.create_rule('*.paid', 'a')$$, '23514', null, 'a star stands at the end');
select throws_ok($$select event.create_rule('', 'a')$$, '23514', null, 'nothing is no pattern');
select throws_ok($$select event.create_rule('order paid', 'a')$$, '23514', null, 'a type has no space');

select * from finish();
rollback;
