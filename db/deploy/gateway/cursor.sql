-- Deploy howdah:gateway/cursor to pg
-- requires: gateway/schema
-- requires: core/new_secret

begin;

set local role gateway_owner;

create table gateway.signing_key (
    purpose text not null primary key,
    secret bytea not null
);

comment on table gateway.signing_key is 'The secrets with which the gateway signs what it hands out and takes back.';
comment on column gateway.signing_key.purpose is 'What is signed with it.';
comment on column gateway.signing_key.secret is '32 random bytes, made when the database was deployed.';

select core.confine('gateway.signing_key', 'gateway_owner');

insert into gateway.signing_key (purpose, secret)
values ('cursor', sha256(convert_to(core.new_secret('', 64), 'UTF8')));

create function gateway.cursor_signature(route_id integer, tenant_id uuid, query jsonb, after bytea)
returns bytea
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    return (
        select substring(
            core.hmac_sha256(
                convert_to(
                    jsonb_build_array(
                        route_id, tenant_id, query - '{cursor,limit,after}'::text[], encode(after, 'hex')
                    )::text,
                    'UTF8'
                ),
                k.secret
            )
            from 1 for 16
        )
        from gateway.signing_key as k
        where k.purpose = 'cursor'
    );
end
$$;

comment on function gateway.cursor_signature is 'The first 16 bytes of the HMAC over the place and the query that it belongs to.';

create function gateway.make_cursor(route_id integer, query jsonb, after text)
returns text
language plpgsql
stable
set search_path = ''
as $$
begin
    return translate(
        encode(
            gateway.cursor_signature(route_id, core.tenant_id(), query, convert_to(after, 'UTF8'))
            || convert_to(after, 'UTF8'),
            'base64'
        ),
        E'+/=\n', '-_'
    );
end
$$;

comment on function gateway.make_cursor is
    'An opaque cursor for the page after a key; worth something only with the same route, tenant and filters.';

create function gateway.read_cursor(route_id integer, query jsonb)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
    v_cursor text := query ->> 'cursor';
    v_bytes bytea;
    v_after bytea;
begin
    if v_cursor !~ '^[A-Za-z0-9_-]+$' or length(v_cursor) % 4 = 1 or length(v_cursor) not between 22 and 2000 then
        raise exception using
            errcode = 'WG422', message = 'the cursor is not one of ours', column = 'cursor';
    end if;

    v_bytes := decode(
        translate(v_cursor, '-_', '+/') || repeat('=', (4 - length(v_cursor) % 4) % 4), 'base64'
    );
    v_after := substring(v_bytes from 17);

    if gateway.cursor_signature(route_id, core.tenant_id(), query, v_after)
        is distinct from substring(v_bytes from 1 for 16)
    then
        raise exception using
            errcode = 'WG422',
            message = 'the cursor does not belong to this query',
            column = 'cursor',
            hint = 'Pass next_cursor on with the same filters, or begin anew without it.';
    end if;

    return convert_from(v_after, 'UTF8');
end
$$;

comment on function gateway.read_cursor is
    'The key that a cursor in the query stands for. Raises WG422 when it was not made for this route, tenant and filters.';

commit;
