\ir ../../_setup.psql
select plan(4);

set local role api_owner;

select lives_ok(
    $$select 'order.created'::core.word, 'a:b/c_d-E9'::core.word$$, 'letters, digits and ._:/-'
);
select throws_ok($$select 'two words'::core.word$$, '23514', null, 'a space is refused');
select throws_ok($$select '.hidden'::core.word$$, '23514', null, 'it begins with a letter or a digit');
select throws_ok($$select repeat('x', 129)::core.word$$, '23514', null, '129 characters are too many');

select * from finish();
rollback;
