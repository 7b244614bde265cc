\ir ../_setup.psql
select plan(7);

select tests.given_tenant('acme') as acme, tests.given_tenant('globex') as globex \gset
select
    tests.given_key(:'acme') as owner, tests.given_key(:'acme', 'reader') as reader,
    tests.given_key(:'globex') as other \gset

-- A table under tenancy, and two functions with comments: all that a service needs.
create schema shop authorization api_owner;
grant usage on schema shop to gateway_owner;
set local role api_owner;
create table shop.article (tenant_id uuid not null, name core.title, primary key (tenant_id, name));
select core.protect('shop.article') as protected \gset
create type shop.item as (name core.title);
grant usage on type shop.item to gateway_owner;
create function shop.add_article(name core.title) returns shop.item language sql security definer set search_path = '' as $$
    insert into shop.article as a (tenant_id, name) values (core.tenant_id(), add_article.name) returning a.name
$$;
create function shop.list_articles(after text default null, "limit" integer default 50)
returns setof shop.item language sql stable security definer set search_path = '' as $$
    select a.name from shop.article as a
    where list_articles.after is null or a.name > list_articles.after order by a.name limit list_articles."limit"
$$;
grant execute on all functions in schema shop to gateway_owner;
select
    gateway.expose('POST', '/v1/articles', 'shop.add_article', 'Add an article', 'article.write', idempotency => 'optional'),
    gateway.expose('GET', '/v1/articles', 'shop.list_articles', 'List the articles', 'article.read', page_key => 'name') \g /dev/null

-- It is there, described, guarded, paged and recorded.
set local role howdah_api;
select is(
    tests.described('add_article') #>> '{result,$ref}', '#/components/schemas/shop_item',
    'the catalogue describes it'
);
select is(
    tests.code(tests.call(:'reader', 'add_article', '{"name": "Rope"}')), '403 IA403',
    'it asks for its permission'
);
select is(
    (tests.call(:'owner', 'add_article', '{"name": "Rope"}')).body, '{"name":"Rope"}',
    'who has it adds an article'
);
select throws_ok(
    format($$select tests.call(%L, 'add_article', '{"name": ""}')$$, :'owner'), '23514', null,
    'domains check'
);
select tests.call(:'owner', 'add_article', '{"name": "Sail"}') as added \gset
select is(
    (tests.call(:'other', 'list_articles')).body, '{"items":[],"next_cursor":null}',
    'another tenant sees nothing of it'
);
select (tests.call(:'owner', 'list_articles', '{"limit": 1}')).body::jsonb as first \gset
select is(
    (tests.call(:'owner', 'list_articles', jsonb_build_object('limit', 1, 'cursor', :'first'::jsonb ->> 'next_cursor'))).body,
    '{"items":[{"name":"Sail"}],"next_cursor":null}', 'pages follow one another'
);
set local role audit_owner;
select tests.as_tenant(:'acme') as context \gset
select is(
    (select count(*) from audit.entry as e where e.action = 'add_article'), 2::bigint,
    'and the log tells of it'
);

select * from finish();
rollback;
