\ir ../../_setup.psql
select plan(1);

select core.new_id() as earlier, pg_sleep(0.002) as pause \gset
select core.new_id() as later \gset

select cmp_ok(:'earlier'::uuid, '<', :'later'::uuid, 'a later id is greater');

select * from finish();
rollback;
