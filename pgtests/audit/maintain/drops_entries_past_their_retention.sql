\ir ../../_setup.psql
select plan(2);

set local role audit_owner;
select ops.create_partition('audit.entry', '2020-01-02 00:00Z', '2020-01-09 00:00Z') as created \gset
select isnt(to_regclass('audit.entry_2020010200'), null, 'there are entries of years ago');

set local role ops_owner;
select audit.maintain() as maintained \gset
select is(to_regclass('audit.entry_2020010200'), null, 'after 400 days they go');

select * from finish();
rollback;
