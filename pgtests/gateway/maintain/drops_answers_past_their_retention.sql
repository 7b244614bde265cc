\ir ../../_setup.psql
select plan(2);

set local role gateway_owner;
select ops.create_partition('gateway.answer', '2020-01-01 00:00Z', '2020-01-02 00:00Z') as created \gset
select isnt(to_regclass('gateway.answer_2020010100'), null, 'there are answers of years ago');

set local role ops_owner;
select gateway.maintain() as maintained \gset
select is(to_regclass('gateway.answer_2020010100'), null, 'after a day they go');

select * from finish();
rollback;
