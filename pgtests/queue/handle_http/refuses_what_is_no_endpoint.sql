\ir ../../_setup.psql
select plan(5);

set local role api_owner;

select throws_ok($$select queue.handle_http('push', 'file:///etc/passwd')$$, '23514', null, 'another scheme');
select throws_ok($$select queue.handle_http('push', 'https://user:word@example.org/')$$, '23514', null, 'a URL with a password in it');
select throws_ok($$select queue.handle_http('push', 'https://example.org/', '0 seconds')$$, '23514', null, 'no time at all');
select throws_ok($$select queue.handle_http('push', 'https://example.org/', secret => 'whsec_%')$$, '23514', null, 'a secret that is not base64');
select throws_ok($$select queue.handle_http('push', 'https://example.org/', secret => 'short')$$, '23514', null, 'or too short');

select * from finish();
rollback;
