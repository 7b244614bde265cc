\ir ../../_setup.psql
select plan(5);

set local role gateway_owner;

select is(iam.allows('{job.read}', 'job.read'), true, 'a permission covers itself');
select is(iam.allows('{job.read}', 'job.write'), false, 'and no other');
select is(iam.allows('{*}', 'job.write'), true, '* covers every right in a tenant');
select is(iam.allows('{*}', 'operator.tenant.create'), false, 'but none of the operator');
select is(iam.allows('{}', null), true, 'where nothing is asked for, nothing is needed');

select * from finish();
rollback;
