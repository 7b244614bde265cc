-- Deploy howdah:demo/list_activity to pg
-- requires: demo/activity
-- requires: gateway/expose

begin;

set local role demo_owner;

create type demo.activity_view as (
    event_id bigint, event_name text, action text, repository text, actor text, occurred_at timestamptz, recorded_at timestamptz
);
comment on type demo.activity_view is 'Something that happened on GitHub.';
comment on column demo.activity_view.event_id is 'The event that brought it.';
comment on column demo.activity_view.event_name is 'What GitHub calls it, such as push or pull_request.';
comment on column demo.activity_view.action is 'What was done, such as opened; null where GitHub names no action.';
comment on column demo.activity_view.repository is 'The repository, as owner/name; null when it is about none.';
comment on column demo.activity_view.actor is 'Who did it; null when GitHub does not say.';
comment on column demo.activity_view.occurred_at is 'When it happened; null when GitHub does not say.';
comment on column demo.activity_view.recorded_at is 'When it was recorded here.';
select gateway.declare_nullable('demo.activity_view', 'action', 'repository', 'actor', 'occurred_at');

create function demo.list_activity(
    after bigint default null,
    "limit" integer default 50,
    repository text default null
)
returns setof demo.activity_view
language sql
stable
security definer
set search_path = ''
as $$
    select a.event_id, a.event_name, a.action, a.repository, a.actor, a.occurred_at, a.recorded_at
    from demo.activity as a
    where a.tenant_id = (select core.tenant_id())
        and (list_activity.after is null or a.event_id < list_activity.after)
        and (list_activity.repository is null or a.repository = list_activity.repository)
    order by a.event_id desc
    limit list_activity."limit"
$$;

comment on function demo.list_activity is 'Lists what happened on GitHub, newest first.';
grant execute on function demo.list_activity to gateway_owner;

select gateway.expose(
    'GET', '/v1/activity', 'demo.list_activity', 'List the activity', 'activity.read', tags => '{demo}', page_key => 'event_id',
    arguments => '{"limit": "How many at most.", "repository": "Only that in this repository, such as octo-org/octo-repo."}'
);

commit;
