-- Deploy howdah:core/new_id to pg
-- requires: core/schema

begin;

set local role core_owner;

-- RFC 9562, UUID version 7: 48 bits of milliseconds, then version, variant and 74 random bits.
create function core.new_id()
returns uuid
language sql
volatile
parallel safe
as $$
    select encode(
        set_bit(
            set_bit(
                overlay(
                    uuid_send(gen_random_uuid())
                    placing substring(
                        int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3
                    )
                    from 1 for 6
                ),
                52, 1
            ),
            53, 1
        ),
        'hex'
    )::uuid
$$;

comment on function core.new_id is
    'A new UUID version 7 (RFC 9562): ordered by time to the millisecond, not guessable.';
grant execute on function core.new_id to public;

commit;
