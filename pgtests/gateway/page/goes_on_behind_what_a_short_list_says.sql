\ir ../../_setup.psql
select plan(2);

create function tests.list_slowly(after integer default null, "limit" integer default 50)
returns setof tests.number
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
    if coalesce(after, 0) < 5 then
        perform core.more_after('5');
    else
        return query select 6, 'number 6';
    end if;
end
$$;
select gateway.expose('GET', '/slow-numbers', 'tests.list_slowly', 'List numbers', page_key => 'number') as exposed \gset
select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select tests.call(:'secret', 'list_slowly') as first \gset
select isnt(tests.next_cursor(:'first'), null, 'a page without items has a cursor when the list says so');
select tests.call(:'secret', 'list_slowly', jsonb_build_object('cursor', tests.next_cursor(:'first'))) as second \gset
select results_eq(
    format('select tests.numbers(%1$L), tests.next_cursor(%1$L)', :'second'), $$values ('{6}'::integer[], null::text)$$,
    'the next page goes on there, and is the last'
);

select * from finish();
rollback;
