\ir ../../_setup.psql
select plan(4);

select tests.given_tenant('acme') as acme \gset
select tests.given_key(:'acme', 'owner') as owner, tests.given_key(:'acme', 'reader') as reader \gset
set local role howdah_api;

select is((tests.call(:'owner', 'list_activity')).status, 200::smallint, 'an owner lists the activity');
select is((tests.call(:'reader', 'list_activity')).status, 403::smallint, 'a role without activity.read does not');
select is((tests.call(:'reader', 'list_repositories')).status, 403::smallint, 'nor the repositories');
select is((tests.call('hwd_unknown', 'list_activity')).status, 401::smallint, 'nor does a stranger');

select * from finish();
rollback;
