"""A screen of its own with real keys: Xvfb, and X's own test extension pressing them.

The keys go to the X server, which hands them to whatever window has the focus, as a keyboard's do.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEEDED = ("X11", "Xtst")
CLIENT_MESSAGE, PARENT = 33, 2
VIEWABLE = 2
SMALLEST = 400
"""Pixels in width from which a window is the program's own, and no helper of Qt's."""


def missing() -> str:
    """Return what this machine lacks for a screen with keys; empty where it lacks nothing."""
    if shutil.which("Xvfb") is None:
        return "Xvfb"
    return next((f"lib{name}" for name in NEEDED if ctypes.util.find_library(name) is None), "")


class ClientMessage(ctypes.Structure):
    """What a window manager sends to a window, such as that it is to close."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),
    )


class WindowAttributes(ctypes.Structure):
    """What X tells of a window, as far as whether it is seen; Xlib writes a little more."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("kind", "bit_gravity", "win_gravity", "backing")),
        ("planes", ctypes.c_ulong),
        ("pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("room", ctypes.c_long * 16),
    )


class Screen:
    """An X display to press keys on."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self._test = ctypes.CDLL(ctypes.util.find_library("Xtst"))
        for call in ("XOpenDisplay", "XDefaultRootWindow", "XInternAtom", "XStringToKeysym"):
            getattr(self._x, call).restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(name.encode()))
        if self._display.value is None:
            raise OSError(f"no display {name} answers")
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def close(self) -> None:
        """Let go of the display."""
        self._x.XCloseDisplay(self._display)

    def press(self, *keys: str) -> None:
        """Press keys together, such as `Control_L` and `3`, and let them go."""
        codes = [self._code(key) for key in keys]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XSync(self._display, 0)

    def type(self, letter: str) -> None:
        """Type a small letter, a digit or a blank."""
        self.press("space" if letter == " " else letter)

    def window(self, wait: float = 60) -> int:
        """Wait for the window of the program, give it the focus and return it.

        Raises:
            TimeoutError: when none is seen in so many seconds.
        """
        end = time.monotonic() + wait
        while time.monotonic() < end:
            for window in self._windows():
                if self._width(window) >= SMALLEST:
                    self._x.XSetInputFocus(self._display, ctypes.c_ulong(window), PARENT, 0)
                    self._x.XSync(self._display, 0)
                    return window
            time.sleep(0.1)
        raise TimeoutError("no window came up")

    def ask_to_close(self, window: int) -> None:
        """Send what a window manager sends at Alt+F4."""
        event = ClientMessage(
            type=CLIENT_MESSAGE,
            window=window,
            message_type=self._atom("WM_PROTOCOLS"),
            format=32,
            data=(ctypes.c_long * 5)(self._atom("WM_DELETE_WINDOW"), 0),
        )
        self._x.XSendEvent(self._display, ctypes.c_ulong(window), 0, 0, ctypes.byref(event))
        self._x.XSync(self._display, 0)

    def _code(self, key: str) -> int:
        symbol = ctypes.c_ulong(self._x.XStringToKeysym(key.encode()))
        code: int = self._x.XKeysymToKeycode(self._display, symbol) & 0xFF
        return code

    def _atom(self, name: str) -> int:
        atom: int = self._x.XInternAtom(self._display, name.encode(), 0)
        return atom

    def _windows(self) -> Sequence[int]:
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        refs = map(ctypes.byref, (root, parent, children, count))
        self._x.XQueryTree(self._display, self._root, *refs)
        found = [children[index] for index in range(count.value)]
        if found:
            self._x.XFree(children)
        return found

    def _width(self, window: int) -> int:
        """Return how wide a window is; 0 where it is not seen."""
        attributes = WindowAttributes()
        room = ctypes.byref(attributes)
        if not self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(window), room):
            return 0
        return int(attributes.width) if attributes.map_state == VIEWABLE else 0


@contextmanager
def screen(size: str = "1366x768") -> Iterator[Screen]:
    """Start a screen of one's own, and end it."""
    inlet, outlet = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(outlet),
            "-screen",
            "0",
            f"{size}x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=(outlet,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(outlet)
    with os.fdopen(inlet) as pipe:
        number = pipe.readline().strip()  # all of it: the server dies of a pipe that was closed
    opened = Screen(f":{number}")
    try:
        yield opened
    finally:
        opened.close()
        server.terminate()
        server.wait()
