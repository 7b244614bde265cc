-- Deploy howdah:gateway/page to pg
-- requires: gateway/cursor

begin;

set local role gateway_owner;

-- Asks the function for one item more than the page holds: it tells whether there is a next page.
create function gateway.page_arguments(route_id integer, query jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
    v_limit integer := coalesce((query ->> 'limit')::core.page_size, 50);
begin
    perform core.more_after(null);
    return (query - '{cursor,after}'::text[])
        || jsonb_build_object('limit', v_limit + 1)
        || case when query ->> 'cursor' is null then '{}'
            else jsonb_build_object('after', gateway.read_cursor(route_id, query)) end;
end
$$;

comment on function gateway.page_arguments is
    'The arguments of the function for a page: cursor becomes after, limit one more. Raises WG422, 23514.';

create function gateway.build_page(route_id integer, arguments jsonb, page_key text, items json[])
returns text
language plpgsql
stable
set search_path = ''
as $$
begin
    return (
        select format(
            '{"items":[%s],"next_cursor":%s}',
            array_to_string(items[:p.size], ','),
            coalesce(to_json(gateway.make_cursor(route_id, arguments, n.after))::text, 'null')
        )
        from (select (arguments ->> 'limit')::integer - 1 as size) as p
            cross join lateral (
                select case
                    when cardinality(items) > p.size then items[p.size] ->> page_key
                    else nullif(current_setting('howdah.more_after', true), '')
                end as after
            ) as n
    );
end
$$;

comment on function gateway.build_page is 'The page with at most limit - 1 of the items, and the cursor of the next one if there are more, or may be (core.more_after).';

commit;
