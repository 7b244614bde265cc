\ir ../../_setup.psql
select plan(2);

select tests.given_tenant() as acme \gset
select tests.given_key(:'acme') as secret \gset
set local role howdah_api;

select r.status, r.rings::text as rings, r.body
from tests.call(:'secret', 'enqueue_job', '{"kind": "mail.send", "payload": {"to": "ada"}}') as r \gset

select results_eq(
    format($$select %s, %L::text, b ->> 'kind', b ->> 'state', b -> 'payload' from (select %L::jsonb as b) as r$$, :status, :'rings', :'body'),
    $$values (201, '{queue}'::text, 'mail.send'::text, 'queued'::text, '{"to": "ada"}'::jsonb)$$,
    'it waits, and a worker is to be woken'
);
select is(
    (tests.call(:'secret', 'get_job', jsonb_build_object('job_id', :'body'::jsonb -> 'job_id'))).body::jsonb, :'body'::jsonb,
    'it is found under its number'
);

select * from finish();
rollback;
