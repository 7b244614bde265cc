\ir ../../_setup.psql
select plan(1);

select cmp_ok(
    core.id_at('2054-01-01 00:00Z'), '<', 9007199254740992::bigint,
    'a number is below 2^53 for decades'
);

select * from finish();
rollback;
