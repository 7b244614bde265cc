\ir ../../_setup.psql
select plan(3);

set local role api_owner;
select queue.handle_http('push', 'https://example.org/') as pushed \gset

select lives_ok($$select queue.unhandle('push')$$, 'an endpoint is taken away');

select is_empty($$select from queue.list_handlers() where kind = 'push'$$, 'it is gone');
select throws_ok($$select queue.unhandle('push')$$, 'QU404', null, 'a kind without a handler is refused');

select * from finish();
rollback;
