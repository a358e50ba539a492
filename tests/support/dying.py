"""A process that dies at a chosen moment. Django must be set up before this is imported."""

import os
import signal
import traceback
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper


def survives(act: Callable[[], object], fatal: int) -> bool:
    """Done in a forked child that dies at a statement; whether it got through.

    Raises RuntimeError where the act itself fails.
    """
    connection.close()
    child = os.fork()
    if child == 0:
        die_at(fatal)
        failed = True
        try:
            act()
            failed = False
        finally:
            if failed:
                traceback.print_exc()
            os._exit(int(failed))
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError(f"the act failed instead of dying at statement {fatal}")
    return os.WIFEXITED(status)


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
