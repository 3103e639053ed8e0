"""Icons: Phosphor, fetched after the window has been painted once."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QIcon, QPixmap
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from lfjb_desk.ui.look.theme import ActiveTheme


class Icons(QObject):
    """Draws icons in the colours of the theme; until `load` they are empty."""

    changed = Signal()

    def __init__(self, theme: ActiveTheme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._font: Any = None
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._dressed: list[tuple[weakref.ref[QAbstractButton], str, str]] = []
        theme.changed.connect(self._dress_again)

    def load(self) -> None:
        """Read the icon font and put the icons where they are missing."""
        if self._font is not None:
            return
        from lfjb_desk.ui.namespaces import whole_namespaces  # noqa: PLC0415 - as late as the next

        with whole_namespaces():
            # Late: half as dear as Qt itself, and a window can be painted without it.
            from qtawesome.iconic_font import IconicFont  # noqa: PLC0415

        self._font = IconicFont(("ph", "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"))
        self._dress_again()

    def icon(self, name: str, colour: str = "soft") -> QIcon:
        """Return an icon in the colour of a token, such as `icon("house", "accent")`."""
        if self._font is None:
            return QIcon()
        icon: QIcon = self._font.icon(
            f"ph.{name}",
            color=self._theme.colour(colour),
            color_disabled=self._theme.colour("edge"),  # Qt's own is darker than `soft`
        )
        return icon

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return an icon as a picture `size` pixels wide, kept for the next time."""
        if self._font is None:
            return QPixmap()
        key = (name, self._theme.colour(colour).name(), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self.icon(name, colour).pixmap(QSize(size, size), ratio)
        return self._pixmaps[key]

    def set_icon(self, button: QAbstractButton, name: str, colour: str = "soft") -> None:
        """Give a button an icon, and keep it right when the theme changes."""
        self._dressed = [dressed for dressed in self._dressed if dressed[0]() not in (None, button)]
        self._dressed.append((weakref.ref(button), name, colour))
        size = self._theme.px(20)
        button.setIconSize(QSize(size, size))
        button.setIcon(self.icon(name, colour))

    def _dress_again(self) -> None:
        for reference, name, colour in self._dressed:
            button = reference()
            if button is not None and isValid(button):
                button.setIconSize(QSize(self._theme.px(20), self._theme.px(20)))
                button.setIcon(self.icon(name, colour))
        self.changed.emit()
