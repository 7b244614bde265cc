\ir ../../_setup.psql
select plan(3);

select queue.define('mail') as defined, tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select tests.given_job('mail') as mail, tests.given_job(kind => 'other') as other \gset
set local role api_owner;

select results_eq(
    $$select job_id from queue.list_jobs(null, 10, queue => 'mail')$$, array[:mail::bigint], 'the jobs of a queue'
);
select results_eq(
    $$select job_id from queue.list_jobs(null, 10, kind => 'other')$$, array[:other::bigint], 'the jobs of a kind'
);
select is_empty($$select job_id from queue.list_jobs(null, 10, 'mail', 'other')$$, 'or of both');

select * from finish();
rollback;
