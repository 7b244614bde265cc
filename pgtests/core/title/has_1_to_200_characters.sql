\ir ../../_setup.psql
select plan(3);

set local role api_owner;

select lives_ok($$select 'x'::core.title, repeat('ü', 200)::core.title$$, 'characters count, not bytes');
select throws_ok($$select ''::core.title$$, '23514', null, 'an empty one is refused');
select throws_ok($$select repeat('x', 201)::core.title$$, '23514', null, '201 are too many');

select * from finish();
rollback;
