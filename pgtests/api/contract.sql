\ir ../_setup.psql
select plan(2);

select results_eq(
    $$
    select r.method || ' ' || r.path collate "default", coalesce(r.permission, '-')
    from gateway.route as r
    where r.function_name ~ '^api\.' and r.path !~ '^/v1/(jobs|queues|events|rules|stream)'
    order by r.path, r.method
    $$,
    $$
    values
    ('GET /v1/api-keys'::text, 'api_key.read'::text),
    ('POST /v1/api-keys', 'api_key.write'),
    ('DELETE /v1/api-keys/{api_key_id}', 'api_key.write'),
    ('POST /v1/batches', 'job.write'),
    ('GET /v1/batches/{batch_id}', 'job.read'),
    ('POST /v1/batches/{batch_id}/close', 'job.write'),
    ('GET /v1/blocked-keys', 'queue.read'),
    ('GET /v1/dead-jobs', 'job.read'),
    ('POST /v1/dead-jobs/purge', 'job.purge'),
    ('POST /v1/dead-jobs/redrive', 'job.write'),
    ('GET /v1/members', 'member.read'),
    ('POST /v1/members', 'member.write'),
    ('DELETE /v1/members/{user_id}', 'member.write'),
    ('PATCH /v1/members/{user_id}', 'member.write'),
    ('GET /v1/pages', 'operator.queue.read'),
    ('POST /v1/pages/{page_id}/take-back', 'operator.queue.write'),
    ('GET /v1/permissions', 'role.read'),
    ('GET /v1/roles', 'role.read'),
    ('POST /v1/roles', 'role.write'),
    ('DELETE /v1/roles/{name}', 'role.write'),
    ('GET /v1/schedules', 'schedule.read'),
    ('POST /v1/schedules', 'schedule.write'),
    ('DELETE /v1/schedules/{schedule_id}', 'schedule.write'),
    ('GET /v1/schedules/{schedule_id}', 'schedule.read'),
    ('PATCH /v1/schedules/{schedule_id}', 'schedule.write'),
    ('GET /v1/schedules/{schedule_id}/firings', 'schedule.read'),
    ('POST /v1/schedules/{schedule_id}/pause', 'schedule.write'),
    ('POST /v1/schedules/{schedule_id}/resume', 'schedule.write'),
    ('GET /v1/tenant', 'tenant.read'),
    ('PATCH /v1/tenant', 'tenant.write'),
    ('GET /v1/tenants', 'operator.tenant.read'),
    ('POST /v1/tenants', 'operator.tenant.create'),
    ('PUT /v1/tenants/{tenant_id}/state', 'operator.tenant.suspend'),
    ('GET /v1/whoami', '-'),
    ('GET /v1/workers', 'operator.queue.read')
    $$,
    'these endpoints of tenants, rights and schedules there are, and what they ask for'
);
select is_empty(
    $$
    select r.rolname, p.proname
    from pg_proc as p
        inner join pg_roles as r on has_function_privilege(r.oid, p.oid, 'execute')
    where p.pronamespace = 'api'::regnamespace
        and r.rolname ~ '_(owner|engine|api|worker|listen|monitor)$'
        and r.rolname not in ('api_owner', 'gateway_owner')
    $$,
    'they are called through the gateway alone'
);

select * from finish();
rollback;
