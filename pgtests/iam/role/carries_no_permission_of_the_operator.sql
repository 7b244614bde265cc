\ir ../../_setup.psql
select plan(3);

select tests.given_tenant('operator') as operator \gset
select tests.given_key(:'operator', 'operator') as secret \gset
select tests.as_key(:'secret') as context \gset

set local role api_owner;
select throws_ok(
    $$select iam.create_role('x', '{operator.tenant.create}')$$, '23514', null,
    'not even the operator makes such a role'
);
set local role iam_owner;
select throws_ok(
    $$insert into iam.role (tenant_id, name, permissions) values (core.tenant_id(), 'x', '{job.read,operator.tenant.read}')$$,
    '23514', null, 'nor does the table take one'
);
select throws_ok(
    $$insert into iam.role (tenant_id, name, permissions) values (core.tenant_id(), 'x', '{job.read,null}')$$,
    '23514', null, 'or one without a name'
);

select * from finish();
rollback;
