"""A Dask cluster as those who read: its workers run the same program on the same files, in a folder that all of them see.

A worker that dies in the middle costs nothing but time: the scheduler gives its pages to the others.
Source: the manual of `distributed`, "Client.get_executor" and "Resilience".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import jianbao
from jianbao.problems import CallError

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 10
"""Seconds to wait for a scheduler to answer."""


@contextmanager
def cluster(address: str, files: Sequence[Path]) -> Iterator[Executor]:
    """The workers behind the scheduler at `address`, which must all see `files` under these paths and run this program.

    Raises CallError where the extra is not installed, nobody answers, no worker is there, or one differs.
    """
    client = _connect(address)
    try:
        _compare(client, files[0].resolve())
        with client.get_executor(pure=False) as others:  # a file may change while its path stays
            yield others
    finally:
        client.close()


def program_digest() -> str:
    """Stands for the bytes of this program, wherever it is installed: the same on every machine that has the same one."""
    whole = blake2b(digest_size=12)
    package = Path(jianbao.__file__).parent
    for file in sorted(file for file in package.rglob("*") if file.is_file() and "__pycache__" not in file.parts):
        whole.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def _connect(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise CallError(
            '--scheduler 要用 distributed：python -m pip install -c constraints.txt -e ".[cluster]" / '
            '--scheduler needs distributed: python -m pip install -c constraints.txt -e ".[cluster]"'
        ) from None
    try:
        return Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise CallError(
            f"连不上 {address}（{error}）。请先运行 dask scheduler，再照它显示的地址写，如 tcp://192.168.1.5:8786 / no scheduler "
            f"answers at {address}. Start one with: dask scheduler, and use the address that it shows"
        ) from error


def _compare(client: Client, file: Path) -> None:
    """Ask each worker what it runs and whether it sees the archive, before the first page is handed out."""
    if not client.scheduler_info(n_workers=-1)["workers"]:
        raise CallError(
            "这个集群还没有工作机。请在每台机器上运行 dask worker 加上地址 / the cluster has no workers yet: run dask "
            "worker with the scheduler's address on each machine"
        )
    for worker, digest in client.run(program_digest, on_error="return").items():
        if digest != program_digest():
            raise CallError(
                f"{worker} 上装的程序与这里不同，读出来会不一样。请在每台机器上装同一版本 / the program at {worker} is not "
                "the one here and would read otherwise: install the same one on every machine"
            )
    for worker, sees in client.run(file.is_file).items():
        if sees is not True:
            raise CallError(
                f"{worker} 看不到 {file}。请把档案放在各台机器都能用同一路径打开的共享文件夹里 / {worker} does not see {file}: "
                "keep the archive in a shared folder that has the same path on every machine"
            )
