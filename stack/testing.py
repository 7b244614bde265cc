"""What the tests run on: clusters that nobody else uses.

What the fixtures of tests/conftest.py find in the environment:

HOWDAH_TEST_SEED  the directory of a stopped cluster with everything deployed. A whole stack is made
                  from it in two seconds: `PrivateStack(seed=Path(os.environ["HOWDAH_TEST_SEED"]))`.
                  Its database `howdah` is as in production; `howdah_template` has the helpers of
                  pgtests/_helpers.psql (schema `tests`) as well.
HOWDAH_TEST_HOME  the home of a running stack of that cluster, without API and workers, for tests
                  that need SQL only: `Stack(Home(Path(os.environ["HOWDAH_TEST_HOME"])))`. Clone a
                  database for each test with `roles.clone_database(connection, name, TEMPLATE)`.

Without these variables (pytest called by hand) the fixtures may call `prepared()` themselves.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stack import cluster, roles
from stack.errors import StackError
from stack.home import CHECKOUT
from stack.postgres import DATABASE
from stack.private import PrivateStack
from stack.starting import Starting

TEMPLATE = "howdah_template"


@contextmanager
def prepared() -> Iterator[dict[str, str]]:
    """A cluster to test on while the context lasts; gives the environment described above."""
    stack = PrivateStack(api=0, worker=0)
    try:
        stack.start_database()
        Starting(stack).migrations()
        with stack.connect("postgres") as connection:
            roles.clone_database(connection, TEMPLATE, DATABASE)
        _load_helpers(stack)
        seed = _seed(stack)
        yield _undisturbed(stack.client_environment) | {
            "HOWDAH_TEST_HOME": str(stack.home.root),
            "HOWDAH_TEST_SEED": str(seed),
        }
    finally:
        stack.stop()


def _undisturbed(environment: dict[str, str]) -> dict[str, str]:
    """The environment without settings that a person has made for the real stack."""
    return {k: v for k, v in environment.items() if not k.startswith("HOWDAH_")}


def _load_helpers(stack: PrivateStack) -> None:
    psql = [stack.installation.program("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"]
    result = subprocess.run(
        [*psql, "--file=pgtests/_helpers.psql"],
        cwd=CHECKOUT,
        env=stack.client_environment | {"PGDATABASE": TEMPLATE},
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode != 0:
        raise StackError(f"The test helpers could not be loaded: {result.stderr.strip()}")


def _seed(stack: PrivateStack) -> Path:
    """Copies the cluster's directory while the server is stopped for a moment."""
    seed = stack.home.root / "seed"
    stack.supervision.stop_process("postgres")
    cluster.copy(stack.home.cluster, seed)
    Starting(stack).database()
    return seed
