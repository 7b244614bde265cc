\ir ../../_setup.psql
select plan(1);

select tests.at('2026-01-01 12:00Z') as at \gset
set local role api_owner;

select results_eq(
    $$select t.slug::text, t.name::text, t.state, t.version, t.created_at from tenancy.create_tenant('acme', 'Acme Ltd') as t$$,
    $$values ('acme'::text, 'Acme Ltd'::text, 'active'::text, 1, '2026-01-01 12:00Z'::timestamptz)$$,
    'it is active, in its first version'
);

select * from finish();
rollback;
