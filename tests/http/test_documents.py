"""The pages that explain the API to people."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.client import Client
from tests.problems import problem_of

FOREIGN = re.compile(r"""(?:src|href|url)\s*[=(:]\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)
LINK = re.compile(r'(?:src|href)="([^"]+)"')


async def codes_of(client: Client) -> set[str]:
    """Every code of a problem that the description of the API names."""
    document = (await client.get("/openapi.json")).text
    return set(re.findall(r"/problems/([A-Za-z0-9-]+)", document))


async def test_the_documentation_loads_nothing_from_elsewhere(anonymous: Client) -> None:
    page = await anonymous.get("/docs")
    assert page.status == 200 and not FOREIGN.search(page.text)
    policy = page.header("Content-Security-Policy") or ""
    assert "default-src 'none'" in policy and "connect-src 'self'" in policy
    assert "http:" not in policy and "https:" not in policy and "*" not in policy


async def test_all_that_the_documentation_needs_is_here(anonymous: Client) -> None:
    links = set(LINK.findall((await anonymous.get("/docs")).text))
    assert {"/openapi.json", "/docs/start.js"} < links
    for link in links:
        async with anonymous.session.get(link) as response:
            assert response.status == 200 and await response.read(), link


async def test_what_has_not_changed_is_not_sent_again(anonymous: Client) -> None:
    for path in ("/openapi.json", "/docs/swagger-ui-bundle.js"):
        tag = (await anonymous.get(path)).header("ETag") or ""
        again = await anonymous.request("GET", path, headers={"If-None-Match": tag})
        assert (again.status, again.text) == (304, ""), path


async def test_every_code_that_the_api_names_has_a_page(anonymous: Client) -> None:
    codes = await codes_of(anonymous)
    assert {"not-found", "invalid-request", "QU404", "IA403"} < codes
    for code in codes:
        page = await anonymous.get(f"/problems/{code}")
        assert page.status == 200 and code in page.text, code
        assert not FOREIGN.search(page.text), code


@pytest.mark.parametrize("code", ["nothing", "QU999x", "%3Cscript%3E", "QU200", "a" * 300, "XX500"])
async def test_what_is_no_code_has_no_page(code: str, anonymous: Client) -> None:
    answer = await anonymous.get(f"/problems/{code}")
    problem_of(answer, 404, "not-found")
    assert "<script>" not in answer.text


async def test_the_type_of_a_problem_leads_to_its_page(anonymous: Client) -> None:
    problem: dict[str, Any] = (await anonymous.get("/v1/whoami")).json
    page = await anonymous.get(problem["type"])
    assert page.status == 200 and problem["title"] in page.text
