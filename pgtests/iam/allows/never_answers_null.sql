\ir ../../_setup.psql
select plan(3);

set local role gateway_owner;

select is(iam.allows('{job.read,null}', 'tenant.write'), false, 'a permission without a name gives none');
select is(iam.allows('{null}', 'operator.tenant.create'), false, 'not even among itself');
select is(iam.allows(null, 'job.read'), false, 'no permissions are none');

select * from finish();
rollback;
