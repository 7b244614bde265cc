"""Which handler runs which kind of job."""

import importlib
import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping

from workers.job import Job

Handler = Callable[[Job], Awaitable[None]]

_handlers: dict[str, Handler] = {}


class HandlerError(Exception):
    """A handler cannot be registered, or a module of handlers cannot be imported."""


def handler(kind: str) -> Callable[[Handler], Handler]:
    """Register an `async def` as the handler of a kind of job.

    Raises HandlerError when the kind is empty or taken, or the function is not async.
    """

    def register(function: Handler) -> Handler:
        if not inspect.iscoroutinefunction(function):
            raise HandlerError(f"the handler of {kind!r} must be an async function")
        known = _handlers.get(kind)
        if not kind or (known is not None and _origin(known) != _origin(function)):
            raise HandlerError(f"the kind {kind!r} is empty or already has a handler")
        _handlers[kind] = function
        return function

    return register


def load(modules: Iterable[str]) -> Mapping[str, Handler]:
    """Import the modules and give all registered handlers by kind.

    Raises HandlerError with the name of the module that cannot be imported.
    """
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError as error:
            raise HandlerError(f"cannot import handlers from {module!r}: {error}") from error
    return dict(_handlers)


def _origin(function: Handler) -> tuple[str, str]:
    return function.__module__, getattr(function, "__qualname__", repr(function))
