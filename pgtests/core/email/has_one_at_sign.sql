\ir ../../_setup.psql
select plan(4);

set local role api_owner;

select lives_ok($$select 'ada@example.org'::core.email$$, 'an address is taken');
select throws_ok($$select 'ada'::core.email$$, '23514', null, 'one at sign at least');
select throws_ok($$select 'a@b@c'::core.email$$, '23514', null, 'and at most');
select throws_ok($$select 'ada lovelace@example.org'::core.email$$, '23514', null, 'and no space');

select * from finish();
rollback;
