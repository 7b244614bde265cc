"""`bench gateway`: an authenticated GET of 20 rows, beside pgbench making the same call.

Ours goes through HTTP, one API process and PgBouncer; the reference is `pgbench` calling
`gateway.invoke` with the same arguments through the same PgBouncer: the limit of what any API
could reach that makes one call a request.
"""

from __future__ import annotations

import hashlib

from load import pgbench, wrk
from load.comparison import Comparison, alternate, compare
from load.conditions import conditions
from load.options import Options
from load.tenant import new_tenant, route_id
from stack.private import PrivateStack

CONNECTIONS = 64
ROWS = 20

REFERENCE = """
select status, body from gateway.invoke(
    :route::integer, decode(:digest, 'hex'), '{"limit": 20}', null, null, 'bench', null
);
"""


def run(options: Options) -> Comparison:
    """Requests per second of both sides at 64 connections."""
    with PrivateStack(api=1, worker=0, durable=True) as stack:
        secret, route = prepare(stack)
        digest = hashlib.sha256(secret.encode()).hexdigest()

        def ours(share: float) -> float:
            url = f"{stack.base_url}/v1/events?limit={ROWS}"
            return wrk.run(url, connections=CONNECTIONS, seconds=share, secret=secret)

        def reference(share: float) -> float:
            return pgbench.run(
                stack,
                REFERENCE,
                dsn=stack.pool_dsn("howdah_api"),
                clients=CONNECTIONS,
                seconds=share,
                protocol="extended",
                variables={"route": route, "digest": digest},
            ).rate

        sides = {"ours": ours, "reference": reference}
        found = alternate(sides, seconds=options.seconds, rounds=5)
        config = conditions(stack, connections=CONNECTIONS, rows=ROWS, api_processes=1)
    return compare("gateway", found, unit="requests/s", config=config)


def prepare(stack: PrivateStack) -> tuple[str, int]:
    """Makes a tenant with 1,000 events; gives its key and the id of the route that lists them."""
    with stack.connect() as connection, connection.transaction():
        tenant, secret = new_tenant(connection, "bench")
        connection.execute("select core.set_context(%s, null, null)", (tenant,))
        connection.execute(
            "select event.emit('bench.row', jsonb_build_object('n', n), 'key/' || n)"
            " from generate_series(1, 1000) as n"
        )
        return secret, route_id(connection, "list_events")
