\ir ../../_setup.psql
select plan(1);

set local role api_owner;

select is_empty(
    $$
    select p.position
    from (
        values
        (''), ('0-0'), ('7'), ('7-'), ('-7'), ('a-b'), ('7-7-7'), (' 7-7'), ('9999999999999999999999-0'),
        ('7-9999999999999999999999'), (E'7-0\n')
    ) as p (position)
    where 'VE410' is distinct from tests.code_of(format('select event.read(%L, %L, 10)', '{}', p.position))
    $$,
    'what is no position, or was never given, can not be resumed'
);

select * from finish();
rollback;
