-- Deploy howdah:core/id_at to pg
-- requires: core/schema

begin;

set local role core_owner;

-- A log numbers its rows from one sequence that leaps to hour * 2^35 when an hour begins.
-- So a number alone says which partition holds its row, order by number is order of
-- insertion, and no number leaves the range that JSON numbers carry exactly (2^53).
create function core.id_at(moment timestamptz)
returns bigint
language sql
immutable
parallel safe
as $$
    select (floor(extract(epoch from moment) / 3600)::bigint - 482136) << 35
$$;

comment on function core.id_at is
    'The first number that a log gives in the hour of the moment: hours since 2025 times 2^35; below 2^53 until 2054.';
grant execute on function core.id_at to public;

create function core.id_hour(id bigint)
returns timestamptz
language sql
immutable
parallel safe
as $$
    select to_timestamp(((id >> 35) + 482136) * 3600)
$$;

comment on function core.id_hour is 'The hour in which a log gave the number: the inverse of core.id_at.';
grant execute on function core.id_hour to public;

commit;
