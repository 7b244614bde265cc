\ir ../../_setup.psql
select plan(3);

select throws_ok(
    $$select tests.given_log(every => '90 minutes')$$, '23514', null,
    'one and a half hours are refused'
);
select throws_ok($$select tests.given_log(every => '0')$$, '23514', null, 'so is no time at all');
select lives_ok($$select tests.given_log(every => '2 hours')$$, 'two hours will do');

select * from finish();
rollback;
