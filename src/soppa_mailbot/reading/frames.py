"""How the program and its worker talk: frames of a JSON head and a body of bytes, each with its length before it.

Nothing that comes from a worker is trusted: no pickle, lengths are checked before they are believed.
"""

from __future__ import annotations

import json
import os
import select
import struct
from typing import Any, BinaryIO

from soppa_mailbot.reading.patience import Patience

_LENGTHS = struct.Struct(">IQ")
_MAX_HEAD = 1_000_000
_CHUNK = 1 << 20


class WorkerDiedError(Exception):
    """The other end is gone."""


class WorkerLateError(Exception):
    """It took longer than it may."""


class FrameTooLargeError(Exception):
    """The other end announces more than is allowed."""


def pack(head: dict[str, Any], body: bytes = b"") -> bytes:
    encoded = json.dumps(head).encode()
    return _LENGTHS.pack(len(encoded), len(body)) + encoded + body


def read_frame(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next frame of a blocking stream (the worker's side, which trusts the program); None at its end."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    return json.loads(stream.read(head)), stream.read(body)


class Channel:
    """The program's side: never blocks beyond its patience, never takes more than `max_body`."""

    def __init__(self, write_fd: int, read_fd: int, max_body: int) -> None:
        self._write_fd = write_fd
        self._read_fd = read_fd
        self._max_body = max_body
        self._buffer = bytearray()
        os.set_blocking(write_fd, False)
        os.set_blocking(read_fd, False)

    def send(self, frame: bytes, patience: Patience) -> None:
        view = memoryview(frame)
        while view:
            _wait(self._write_fd, select.POLLOUT, patience)
            try:
                view = view[os.write(self._write_fd, view[:_CHUNK]) :]
            except BlockingIOError:
                continue
            except OSError as error:  # EPIPE: it died while we wrote
                raise WorkerDiedError from error

    def receive(self, patience: Patience) -> tuple[dict[str, Any], bytes]:
        """The next frame. Raises WorkerDiedError, WorkerLateError, FrameTooLargeError."""
        self._fill(_LENGTHS.size, patience)
        head, body = _LENGTHS.unpack_from(self._buffer)
        if head > _MAX_HEAD or body > self._max_body:
            raise FrameTooLargeError
        end = _LENGTHS.size + head + body
        self._fill(end, patience)
        try:
            value = json.loads(self._buffer[_LENGTHS.size : _LENGTHS.size + head])
        except ValueError as error:
            raise WorkerDiedError from error
        content = bytes(self._buffer[_LENGTHS.size + head : end])
        del self._buffer[:end]
        if not isinstance(value, dict):
            raise WorkerDiedError
        return value, content

    def _fill(self, size: int, patience: Patience) -> None:
        while len(self._buffer) < size:
            _wait(self._read_fd, select.POLLIN, patience)
            try:
                data = os.read(self._read_fd, _CHUNK)
            except BlockingIOError:
                continue
            except OSError as error:
                raise WorkerDiedError from error
            if not data:
                raise WorkerDiedError
            self._buffer += data


def _wait(fd: int, event: int, patience: Patience) -> None:
    poll = select.poll()
    poll.register(fd, event)
    while (left := patience.left()) > 0:
        if poll.poll(left * 1000):
            return
    raise WorkerLateError
