"""Every law of pgtests/lint notices that it is broken."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg

from stack.home import CHECKOUT
from stack.stack import Stack

LAWS = CHECKOUT / "pgtests" / "lint"
BREAKS = Path(__file__).parent / "breaks.sql"
SETUP = "\\ir ../_setup.psql\n"
END = "end of the judgement"


def breaks() -> Iterator[tuple[str, str]]:
    """The laws with the statements that break them."""
    _, *sections = BREAKS.read_text().split("-- law: ")
    for section in sections:
        law, statements = section.split("\n", 1)
        for statement in statements.strip().split("\n\n"):
            yield law, statement


def test_every_law_can_be_broken() -> None:
    assert {law.stem for law in LAWS.glob("*.sql")} == {law for law, _ in breaks()}


def test_every_law_notices_what_breaks_it(cluster: Stack, database: psycopg.Connection) -> None:
    judgements = _judged(cluster, database.info.dbname, list(breaks()))

    assert [broken for broken, said in judgements if "not ok" not in said] == []


def _judged(
    cluster: Stack, database: str, all_breaks: list[tuple[str, str]]
) -> list[tuple[tuple[str, str], str]]:
    """What each law says where it is broken.

    A statement goes between the setup of a law and its claims: so the law takes it back.
    """
    script = []
    for law, statement in all_breaks:
        before, after = (LAWS / f"{law}.sql").read_text().split(SETUP)
        script += [f"{before}{SETUP}{statement}\n{after}", f"\\echo {END}\n"]
    psql = [cluster.installation.program("psql"), "--no-psqlrc", "--quiet", "--dbname", database]
    result = subprocess.run(  # noqa: S603  # an argument list of its own, no shell
        psql,
        input="".join(script),
        cwd=LAWS,
        env=cluster.client_environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return list(zip(all_breaks, result.stdout.split(END)[:-1], strict=True))
