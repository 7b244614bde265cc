-- Deploy howdah:core/protect to pg
-- requires: core/context

begin;

set local role core_owner;

-- Refuses a table whose form would make row-level security slow or leaky.
create function core.check_tenant_form(protected_table regclass)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
    if not exists (
        select
        from pg_catalog.pg_attribute as a
        where a.attrelid = protected_table
            and a.attnum = 1
            and a.attname = 'tenant_id'
            and a.atttypid = 'pg_catalog.uuid'::pg_catalog.regtype
            and a.attnotnull
    ) then
        raise exception using
            errcode = 'invalid_table_definition',
            message = format('%s does not begin with tenant_id uuid not null', protected_table);
    end if;

    if not exists (
        select
        from pg_catalog.pg_index as i
        where i.indrelid = protected_table and i.indisprimary and i.indkey[0] = 1
    ) then
        raise exception using
            errcode = 'invalid_table_definition',
            message = format('the primary key of %s does not begin with tenant_id', protected_table);
    end if;
end
$$;

comment on function core.check_tenant_form is
    'Raises invalid_table_definition (42P16) unless tenant_id comes first in the table and in its primary key.';

create function core.protect(protected_table regclass, engine name default null)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
    perform core.check_tenant_form(protected_table);
    execute format('alter table %s enable row level security, force row level security', protected_table);
    execute format(
        'create policy tenant_uses_own_rows on %s '
        'using (tenant_id = (select core.tenant_id())) '
        'with check (tenant_id = (select core.tenant_id()))',
        protected_table
    );
    if engine is not null then
        execute format(
            'create policy engine_uses_every_row on %s to %I using (true) with check (true)',
            protected_table, engine
        );
    end if;
end
$$;

comment on function core.protect is
    'Puts a table under tenancy: forced row-level security, each tenant its own rows; an engine role, if one is named, every row. Raises 42P16 when tenant_id is not first.';

create function core.confine(confined_table regclass, role_name name)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
    execute format('alter table %s enable row level security, force row level security', confined_table);
    execute format(
        'create policy only_%s_uses_it on %s to %I using (true) with check (true)',
        role_name, confined_table, role_name
    );
end
$$;

comment on function core.confine is
    'Puts a table that belongs to no tenant under forced row-level security for one role alone.';

grant execute on function
    core.check_tenant_form(regclass), core.protect(regclass, name), core.confine(regclass, name)
to public;

commit;
