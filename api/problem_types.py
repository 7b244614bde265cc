"""The problems that the API process itself can answer with, each documented at /problems/{code}.

Codes of two letters and a status (`QU404`) belong to services and are documented by the catalogue.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemType:
    """A kind of refusal: its stable code, HTTP status, title, meaning and way out."""

    code: str
    status: int
    title: str
    meaning: str
    remedy: str


def _types(*rows: tuple[str, int, str, str, str]) -> dict[str, ProblemType]:
    return {row[0]: ProblemType(*row) for row in rows}


TYPES = _types(
    (
        "malformed-body", 400, "Malformed body",
        "The body is not JSON text in UTF-8. The detail says where reading stopped.",
        "Send one JSON object, encoded as UTF-8 without a byte order mark.",
    ),
    (
        "malformed-request", 400, "Malformed request",
        "What arrived at the socket is not an HTTP request.",
        "Send HTTP/1.1, with the path percent-encoded as ASCII.",
    ),
    (
        "malformed-header", 400, "Malformed header",
        "A header of the request does not have the form that its specification gives it, or is "
        "sent twice where only one makes sense.",
        "Correct the header that the detail names.",
    ),
    (
        "idempotency-key-missing", 400, "Idempotency-Key is missing",
        "The operation changes something that must not happen twice, so it wants a key.",
        'Send a new random key for each new intent, e.g. Idempotency-Key: "8e03978e-40d5-43dd", '
        "and the same key when repeating the same request.",
    ),
    (
        "unauthorized", 401, "Unauthorized",
        "The request brings no credential, or one that is malformed.",
        "Send Authorization: Bearer followed by an API key that is valid.",
    ),
    (
        "forbidden", 403, "Forbidden",
        "The credential is valid, but its holder may not do this.",
        "Use a credential whose roles have the permission that the operation asks for.",
    ),
    (
        "not-found", 404, "Not found",
        "There is nothing at this address, or nothing that this credential may see.",
        "Compare the address with the documentation at /docs.",
    ),
    (
        "method-not-allowed", 405, "Method not allowed",
        "The address exists, but not for this method.",
        "Use one of the methods in the Allow header.",
    ),
    (
        "request-timeout", 408, "Request timeout",
        "The request did not arrive completely in the time that it was given.",
        "Send it again over a faster connection, or in smaller parts.",
    ),
    (
        "conflict", 409, "Conflict",
        "The request contradicts what is stored: something exists already, is still referred to, "
        "or overlaps.",
        "Read the present state, then decide anew. Repeating the same request does not help.",
    ),
    (
        "content-too-large", 413, "Content too large",
        "The body is longer than the server reads.",
        "Send it in several smaller requests.",
    ),
    (
        "unsupported-media-type", 415, "Unsupported media type",
        "The body is not declared as JSON.",
        "Send Content-Type: application/json and no Content-Encoding.",
    ),
    (
        "invalid-request", 422, "Invalid request",
        "The request is well formed, but an argument is missing, unknown, of the wrong type or "
        "out of its range. The member errors names each one by a JSON pointer.",
        "Correct the arguments that are named.",
    ),
    (
        "headers-too-large", 431, "Request header fields too large",
        "The request line and the headers together are longer than the server reads.",
        "Send fewer or shorter headers.",
    ),
    (
        "internal", 500, "Internal error",
        "Something is wrong on the server's side. Its log knows the request by its request_id.",
        "Report the request_id. Repeat the request only with an Idempotency-Key.",
    ),
    (
        "unavailable", 503, "Temporarily unavailable",
        "The database can't be reached, is overloaded, or had to give up this transaction. "
        "Nothing of the request was stored, unless the connection broke at its very end.",
        "Wait as long as Retry-After says and repeat the request, with its Idempotency-Key.",
    ),
)  # fmt: skip
