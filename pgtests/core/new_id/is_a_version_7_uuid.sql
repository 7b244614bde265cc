\ir ../../_setup.psql
select plan(3);

select tests.given_tenant() as acme \gset
set local role api_owner;

select is(substring(core.new_id()::text from 15 for 1), '7', 'the version is 7');
select matches(substring(core.new_id()::text from 20 for 1), '[89ab]', 'the variant is that of the RFC');
select cmp_ok(
    abs(('x' || left(replace(core.new_id()::text, '-', ''), 12))::bit(48)::bigint - extract(epoch from clock_timestamp()) * 1000),
    '<', 5000::numeric,
    'it begins with the milliseconds of the clock'
);

select * from finish();
rollback;
