\ir ../_setup.psql
-- Each of these indexes finds rows whatever the tenant, for an engine or for a rule over all tenants.
select plan(3);

select is_empty(
    $$
    select t.name
    from tests.tenant_table as t
    where not exists (
        select
        from pg_attribute as a
        where a.attrelid = t.relation_id
            and (a.attnum, a.attname, a.atttypid, a.attnotnull) = (1, 'tenant_id', 'uuid'::regtype, true)
    )
    $$,
    'the first column of a table of tenants is the tenant'
);
select is_empty(
    $$
    select t.name
    from tests.tenant_table as t
    where not exists (
        select from pg_index as i where i.indrelid = t.relation_id and i.indisprimary and i.indkey[0] = 1
    )
    $$,
    'so is the first column of its primary key'
);
select set_eq(
    $$
    select i.indexrelid::regclass::text collate "default"
    from tests.tenant_table as t
        inner join pg_index as i on i.indrelid = t.relation_id
    where i.indkey[0] <> 1
    $$,
    $$
    values
    ('tenancy.tenant_slug_key'),     -- a slug names one tenant of all
    ('iam.api_key_digest_key'),      -- a secret says whose it is
    ('queue.lot_queue_id_xid_job_id_idx'), -- what came into sight between two ticks
    ('queue.timer_queue_id_xid_idx'),
    ('event.event_xid_idx'),
    ('queue.timer_due_idx'),         -- what is due
    ('queue.share_queue_id_idx'),    -- which tenants have a share of their own
    ('queue.schedule_due_at_idx')
    $$,
    'and of every index, but those that serve all tenants at once'
);

select * from finish();
rollback;
