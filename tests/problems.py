"""What every refusal must look like, whatever was refused."""

from __future__ import annotations

from typing import Any

from tests.client import Answer

REQUIRED = {"type", "title", "status", "code", "request_id"}
KNOWN = REQUIRED | {"detail", "errors", "hint", "reason"}
# What would tell a stranger how the server is made.
INTERNALS = ("Traceback", 'File "', "psycopg", "asyncpg", "PL/pgSQL", "pg_catalog", "select ")


def problem_of(answer: Answer, status: int, code: str | None = None) -> dict[str, Any]:
    """The problem document of an answer, which must be one of this status and code."""
    assert answer.status == status, f"{answer.status} instead of {status}: {answer.text}"
    problem = check_problem(answer)
    assert code is None or problem["code"] == code, problem
    return problem


def check_problem(answer: Answer, asked: str = "") -> dict[str, Any]:
    """The problem document of a refusal; its form is checked, and that it gives nothing away but
    what was asked."""
    assert 400 <= answer.status < 500, f"{answer.status}: {answer.text}"
    assert answer.header("Content-Type") == "application/problem+json", answer.text
    problem: dict[str, Any] = answer.json
    assert problem.keys() >= REQUIRED, problem
    assert problem.keys() <= KNOWN, problem
    assert problem["status"] == answer.status, problem
    assert problem["type"] == f"/problems/{problem['code']}", problem
    assert problem["request_id"] == answer.header("X-Request-Id"), problem
    assert not [word for word in INTERNALS if word in answer.text and word not in asked], problem
    for error in problem.get("errors", ()):
        assert error["pointer"].startswith("#"), problem
        assert error["in"] in ("body", "query", "path", "header"), problem
        assert error["detail"], problem
    return problem


def named(problem: dict[str, Any]) -> set[tuple[str, str]]:
    """Which fields a problem names: (place, JSON pointer)."""
    return {(error["in"], error["pointer"]) for error in problem.get("errors", ())}
