\ir ../../_setup.psql
select plan(7);

select tests.given_tenant() as acme \gset
select tests.as_tenant(:'acme') as context \gset
select queue.define('mail') as defined \gset
select tests.at('2026-01-01 10:00+00') as clock \g /dev/null
select tests.given_dead(kind => 'a', error_type => 'http_404') as one \gset
select tests.at('2026-01-01 11:00+00') as clock \g /dev/null
select tests.given_dead(kind => 'b', error_type => 'http_500') as two \gset
select tests.given_dead(kind => 'b', error_type => 'other', queue => 'mail') as three, tests.given_job() as alive \gset
set local role api_owner;
prepare dead as select job_id from queue.list_dead(null, 10, $1, $2, $3, $4, $5);

select results_eq('execute dead(null, null, null, null, null)', array[:three, :two, :one]::bigint[], 'all, the newest first');
select results_eq($$execute dead('mail', null, null, null, null)$$, array[:three::bigint], 'those of a queue');
select results_eq($$execute dead(null, 'a', null, null, null)$$, array[:one::bigint], 'of a kind');
select results_eq($$execute dead(null, null, 'http_*', null, null)$$, array[:two, :one]::bigint[], 'with errors that begin so');
select results_eq($$execute dead(null, null, 'http_404', null, null)$$, array[:one::bigint], 'with just this error');
select results_eq($$execute dead(null, null, null, '2026-01-01 10:30+00', null)$$, array[:three, :two]::bigint[], 'that died since');
select results_eq($$execute dead(null, null, null, null, '2026-01-01 11:00+00')$$, array[:one::bigint], 'or before');

select * from finish();
rollback;
