"""Zip packages, of which workbooks and Word papers are two: what their directory may say."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DAMAGE = (  # what an unpacker raises for a broken package
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, KeyError, OSError, OverflowError, RuntimeError, ValueError),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old Office programs begin, and new ones under a password."""
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"[A-Za-z]:")


class UnsafePartError(ValueError):
    """What must not reach a parser; the text ends the sentence "X has ..."."""


class LockedPackageError(ValueError):
    """The package, or a part of it, is protected by a password."""


@dataclass(frozen=True)
class PackageLimits:
    """What a package of one kind may hold."""

    parts: int
    unpacked: int
    """Bytes of all parts together once unpacked."""
    needless: str
    """Ends the refusal of a part packed too small, such as `as no table of figures needs`."""
    ratio: int = 200
    """Times that a part may be larger than it is packed, from `ratio_from` bytes on."""
    ratio_from: int = 10 << 20


def check_directory(entries: Sequence[zipfile.ZipInfo], limits: PackageLimits) -> None:
    """Refuse a package by what its table of contents says, before any of it is unpacked.

    Raises:
        UnsafePartError: when it is past a limit, or a part is none that a program would write.
        LockedPackageError: when a part needs a password.
    """
    if len(entries) > limits.parts:
        raise UnsafePartError(f"more than {limits.parts:,} parts")
    if len({entry.filename for entry in entries}) < len(entries):
        raise UnsafePartError("two parts of the same name")
    if sum(entry.file_size for entry in entries) > limits.unpacked:
        raise UnsafePartError(f"more than {limits.unpacked >> 20} MB in it once it is unpacked")
    for entry in entries:
        _check_entry(entry, limits)


def _check_entry(entry: zipfile.ZipInfo, limits: PackageLimits) -> None:
    if entry.flag_bits & 1:
        raise LockedPackageError
    if entry.compress_type not in _PACKINGS:
        raise UnsafePartError("a part packed in a way that no office program packs")
    if entry.file_size > max(limits.ratio_from, limits.ratio * entry.compress_size):
        raise UnsafePartError(
            f"a part packed more than {limits.ratio} times smaller than it is, {limits.needless}"
        )
    if not entry.filename:
        raise UnsafePartError("a part without a name")
    path = entry.orig_filename
    if path.startswith(("/", "\\")) or _DRIVE.match(path) or ".." in re.split(r"[/\\]", path):
        raise UnsafePartError("a part that would unpack elsewhere")
