"""`./howdah down`: everything stopped, the data kept unless it is to be erased."""

from __future__ import annotations

from stack.home import CHECKOUT, Home
from stack.stack import Stack


def down(home: Home, *, erase: bool) -> bool:
    """Stops the stack, and with `erase` deletes its home. Tells whether anything ran."""
    if not home.root.exists():
        return False
    with home.locked():
        stack = Stack(home)
        was_running = stack.supervision.is_running
        stack.stop()
        if erase:
            home.erase()
    link = CHECKOUT / ".howdah"
    if erase and link.is_symlink() and not link.exists():
        link.unlink()
    return was_running
