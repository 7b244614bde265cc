\ir ../../_setup.psql
select plan(1);

select pg_current_xact_id() as own \gset
set local role pulse_owner;

select ok(
    not pg_visible_in_snapshot(:'own', pulse.present_snapshot()),
    'the calling transaction is in progress in its own snapshot'
);

select * from finish();
rollback;
