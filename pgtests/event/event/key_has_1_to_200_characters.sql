\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
set local role api_owner;

select throws_ok($$select event.emit('a', key => '')$$, '23514', null, 'an empty key is none');
select throws_ok($$select event.emit('a', key => repeat('k', 201))$$, '23514', null, 'a long one is too long');
select lives_ok($$select event.emit('a', key => repeat('ü', 200))$$, 'two hundred characters are allowed');

select * from finish();
rollback;
