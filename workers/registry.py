"""Which handler runs which kind of job."""

import importlib
import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, overload

from workers.job import Job

AsyncFunction = Callable[[Job], Awaitable[object]]
CpuFunction = Callable[..., object]
_Async = TypeVar("_Async", bound=AsyncFunction)
_Cpu = TypeVar("_Cpu", bound=CpuFunction)


@dataclass(frozen=True)
class Handler:
    """The handler of one kind of job: an async function, or a plain one for other processes."""

    function: Callable[..., Any]
    is_cpu: bool = False


_handlers: dict[str, Handler] = {}


class HandlerError(Exception):
    """A handler cannot be registered, or a module of handlers cannot be imported."""


@overload
def handler(kind: str) -> Callable[[_Async], _Async]: ...


@overload
def handler(kind: str, *, cpu: Literal[True]) -> Callable[[_Cpu], _Cpu]: ...


def handler(kind: str, *, cpu: bool = False) -> Callable[[Any], Any]:
    """Register the handler of a kind of job; what it returns, unless None, is the job's result.

    An `async def` of the `Job` runs in the event loop. With `cpu=True` a `def` of the payload and
    the `CpuJob` runs in a process of its own, where it may compute as long as it likes.
    Raises HandlerError when the kind is empty or taken, or the function is of the other sort.
    """

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        if inspect.iscoroutinefunction(function) == cpu:
            sort = "a plain" if cpu else "an async"
            raise HandlerError(f"the handler of {kind!r} must be {sort} function")
        known = _handlers.get(kind)
        if not kind or (known is not None and _origin(known.function) != _origin(function)):
            raise HandlerError(f"the kind {kind!r} is empty or already has a handler")
        _handlers[kind] = Handler(function, cpu)
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


def _origin(function: Callable[..., Any]) -> tuple[str, str]:
    return function.__module__, getattr(function, "__qualname__", repr(function))
