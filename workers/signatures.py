"""Signatures of what is pushed, as Standard Webhooks wants them."""

import base64
import binascii
import hashlib
import hmac

_PREFIX = "whsec_"


def signature(secret: str, message_id: str, timestamp: int, body: bytes) -> str:
    """Give the value of `webhook-signature`: HMAC-SHA256 of id, time and body.

    A secret that begins with `whsec_` is base64 from there on, any other is taken as it is.
    Raises ValueError for one that is not.
    """
    signed = b"%b.%d.%b" % (message_id.encode(), timestamp, body)
    digest = hmac.new(_key(secret), signed, hashlib.sha256).digest()
    return f"v1,{base64.b64encode(digest).decode()}"


def _key(secret: str) -> bytes:
    if not secret.startswith(_PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except binascii.Error:
        raise ValueError("the secret is not base64 after its prefix") from None
