-- Deploy howdah:core/now to pg
-- requires: core/schema

begin;

set local role core_owner;

-- Stable, so that a comparison with it can use an index; it moves within a transaction,
-- from statement to statement.
create function core.now()
returns timestamptz
language plpgsql
stable
parallel safe
set search_path = ''
as $$
begin
    return clock_timestamp();
end
$$;

comment on function core.now is
    'The business clock: the wall clock, read once a statement. Only test databases replace it.';
grant execute on function core.now to public;

commit;
