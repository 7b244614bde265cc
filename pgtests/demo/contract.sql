\ir ../_setup.psql
select plan(5);

select functions_are(
    'demo', array['record_activity', 'list_activity', 'list_repositories'],
    'demo gives these functions and no others'
);
select tables_are('demo', array['activity'], 'demo keeps one table');
select function_privs_are(
    'demo', 'record_activity',
    array['bigint', 'core.word', 'text', 'text', 'text', 'timestamp with time zone'],
    'howdah_worker', array['EXECUTE'], 'a handler may record'
);
select function_privs_are(
    'demo', 'list_activity', array['bigint', 'integer', 'text'], 'gateway_owner', array['EXECUTE'],
    'an endpoint may list the activity'
);
select function_privs_are(
    'demo', 'list_repositories', array['text', 'integer'], 'gateway_owner', array['EXECUTE'],
    'an endpoint may list the repositories'
);

select * from finish();
rollback;
