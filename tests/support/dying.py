"""A process that dies at a chosen moment. Django must be set up before this is imported."""

import os
import re
import signal
import traceback
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

# These change nothing that is kept: a kill before one leaves what a kill before the next leaves.
_HARMLESS = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE|ROLLBACK TO|PRAGMA)\b", re.IGNORECASE)


def survives(act: Callable[[], object], fatal: int, *, writing: bool = False) -> bool:
    """Done in a forked child that dies at a statement; whether it got through. With `writing` only
    statements count that write: every state that a kill can leave, in fewer kills.

    Raises RuntimeError where the act itself fails.
    """
    connection.close()
    child = os.fork()
    if child == 0:
        die_at(fatal, writing=writing)
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


def die_at(fatal: int, *, writing: bool = False) -> None:
    """From now on this process counts its statements and commits, and dies before one."""
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def before_statement(execute: Any, sql: str, *arguments: Any) -> Any:
        if not (writing and _HARMLESS.match(sql)):
            step()
        return execute(sql, *arguments)

    commit = BaseDatabaseWrapper._commit

    def before_commit(self: BaseDatabaseWrapper) -> None:
        step()
        commit(self)

    BaseDatabaseWrapper._commit = before_commit  # type: ignore[method-assign]
    connection.execute_wrappers.append(before_statement)
