\ir ../../_setup.psql
select plan(3);

set local role gateway_owner;

select is(
    (iam.authenticate(tests.digest('hwd_unknown'))).tenant_id, null,
    'an unknown secret opens nothing'
);
select is((iam.authenticate('')).tenant_id, null, 'nor does an empty one');
select is((iam.authenticate(null)).tenant_id, null, 'nor none');

select * from finish();
rollback;
