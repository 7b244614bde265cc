-- Deploy howdah:demo/list_repositories to pg
-- requires: demo/activity
-- requires: gateway/expose

begin;

set local role demo_owner;

create type demo.repository as (repository text, activity_count bigint, actor_count bigint, last_at timestamptz);
comment on type demo.repository is 'A repository in which something happened.';
comment on column demo.repository.repository is 'The repository, as owner/name.';
comment on column demo.repository.activity_count is 'How many deliveries were about it.';
comment on column demo.repository.actor_count is 'How many people were active in it.';
comment on column demo.repository.last_at is 'When the latest delivery about it was recorded.';

create function demo.list_repositories(after text default null, "limit" integer default 50)
returns setof demo.repository
language sql
stable
security definer
set search_path = ''
as $$
    select a.repository, count(*), count(distinct a.actor), max(a.recorded_at)
    from demo.activity as a
    where a.tenant_id = (select core.tenant_id())
        and a.repository > coalesce(list_repositories.after, '')
    group by a.repository
    order by a.repository
    limit list_repositories."limit"
$$;

comment on function demo.list_repositories is 'Lists the repositories in which something happened.';
grant execute on function demo.list_repositories to gateway_owner;

select gateway.expose(
    'GET', '/v1/repositories', 'demo.list_repositories', 'List the repositories', 'activity.read', tags => '{demo}',
    page_key => 'repository', arguments => '{"limit": "How many at most."}'
);

commit;
