\ir ../../_setup.psql
select plan(5);

set local role api_owner;

select lives_ok(
    $$select 'a'::core.slug, '9-lives'::core.slug, repeat('x', 63)::core.slug$$,
    '1 to 63 characters'
);
select throws_ok($$select ''::core.slug$$, '23514', null, 'none is too few');
select throws_ok($$select repeat('x', 64)::core.slug$$, '23514', null, '64 are too many');
select throws_ok($$select 'Acme'::core.slug$$, '23514', null, 'a capital is refused');
select throws_ok($$select E'acme\n'::core.slug$$, '23514', null, 'so is a line break at the end');

select * from finish();
rollback;
