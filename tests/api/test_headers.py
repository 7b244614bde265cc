"""Headers that decide something: Authorization and Idempotency-Key."""

from __future__ import annotations

from hashlib import sha256

import pytest

from api import credentials, idempotency
from api.problems import Problem


def test_a_secret_travels_on_as_its_digest_only() -> None:
    assert credentials.required(b"Bearer hwd_abc") == sha256(b"hwd_abc").digest()
    assert credentials.required(b"bearer  hwd_abc") == sha256(b"hwd_abc").digest()


@pytest.mark.parametrize(
    "header", [b"", b"Bearer", b"Bearer ", b"Basic YQ==", b"Bearer a b", b"hwd_abc", b"Bearer \xff"]
)
def test_a_malformed_credential_is_401_even_where_none_is_needed(header: bytes) -> None:
    for read in (credentials.required, credentials.optional):
        with pytest.raises(Problem) as caught:
            read(header)
        assert caught.value.status == 401


def test_a_missing_credential_is_refused_only_where_one_is_needed() -> None:
    assert credentials.optional(None) is None
    with pytest.raises(Problem):
        credentials.required(None)


@pytest.mark.parametrize(
    ("header", "key"),
    [
        (b'"8e03978e-40d5"', "8e03978e-40d5"),
        (b"8e03978e-40d5", "8e03978e-40d5"),
        (b'"with space"', "with space"),
        (b'"a\\"b\\\\c"', 'a"b\\c'),
        (b'"' + b"x" * 255 + b'"', "x" * 255),
    ],
)
def test_a_key_is_a_quoted_string_or_a_bare_token(header: bytes, key: str) -> None:
    assert idempotency.key(header, "optional") == key


@pytest.mark.parametrize(
    "header", [b"", b'""', b'"a', b'a"b', b"a b", b'"\xc3\xa9"', b'"a\\b"', b"x" * 256]
)
def test_a_malformed_key_is_400(header: bytes) -> None:
    with pytest.raises(Problem) as caught:
        idempotency.key(header, "optional")
    assert (caught.value.code, caught.value.status) == ("malformed-header", 400)


def test_a_missing_key_is_400_where_it_is_required() -> None:
    assert idempotency.key(None, "optional") is None
    assert idempotency.key(b"ignored key", "none") is None
    with pytest.raises(Problem) as caught:
        idempotency.key(None, "required")
    assert (caught.value.code, caught.value.status) == ("idempotency-key-missing", 400)


def test_a_fingerprint_tells_every_part_of_a_request_apart() -> None:
    parts = [
        ("POST", b"/a", b"", b"x"),
        ("PUT", b"/a", b"", b"x"),
        ("POST", b"/b", b"", b"x"),
        ("POST", b"/a", b"q", b"x"),
        ("POST", b"/a", b"", b"y"),
        ("POST", b"/a", b"", b"x\n"),
    ]
    assert len({idempotency.fingerprint(*each) for each in parts}) == len(parts)
