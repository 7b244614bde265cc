\ir ../../_setup.psql
select plan(3);

select tests.at_noon() as at \gset
set local role queue_owner;
select ops.create_partition('queue.firing', '2029-09-13 00:00Z', '2029-09-20 00:00Z') as old,
    ops.create_partition('queue.firing', '2029-09-27 00:00Z', '2029-10-04 00:00Z') as kept \gset
reset role;
set local role ops_owner;
select queue.maintain_firings() as maintained \gset
select queue.maintain_firings() as maintained \gset

select is(to_regclass('queue.firing_2029091300'), null, 'what is older than 91 days goes');
select isnt(to_regclass('queue.firing_2029092700'), null, 'what is not stays');
select isnt(to_regclass('queue.firing_2030010300'), null, 'and there is room for the weeks to come');

select * from finish();
rollback;
