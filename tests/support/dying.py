"""A process that dies at a chosen moment. Django must be set up before this is imported."""

import os
import signal
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper


def survives(act: Callable[[], object], fatal: int) -> bool:
    """Done in a forked child that dies at a statement; whether it got through."""
    connection.close()
    child = os.fork()
    if child == 0:
        die_at(fatal)
        act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def die_at(fatal: int) -> None:
    """From now on this process counts its statements and commits, and dies at one."""
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def before_statement(execute: Any, *arguments: Any) -> Any:
        step()
        return execute(*arguments)

    commit = BaseDatabaseWrapper._commit

    def before_commit(self: BaseDatabaseWrapper) -> None:
        step()
        commit(self)

    BaseDatabaseWrapper._commit = before_commit  # type: ignore[method-assign]
    connection.execute_wrappers.append(before_statement)
