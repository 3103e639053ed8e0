"""The look: every colour, text size and measure of the window has its name here."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette

from lfjb_desk.ui.look.style_sheet import SHEET

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication


LIGHT = {
    "window": "#F4F6F9",
    "surface": "#FFFFFF",
    "sunken": "#ECF0F4",
    "hover": "#F5F8FB",
    "selected": "#E4EDF6",
    "line": "#DFE5EB",
    "edge": "#76838F",
    "text": "#16202A",
    "soft": "#4A5866",
    "accent": "#12436D",
    "on_accent": "#FFFFFF",
    "focus": "#1D70B8",
    "late": "#9B1C1C",
    "late_bg": "#FBEBEA",
    "soon": "#774A00",
    "soon_bg": "#FBF2DF",
    "good": "#12604C",
    "good_bg": "#E4F3EE",
    "idle_bg": "#ECF0F4",
    "data": "#12436D",
    "better": "#28A197",
    "worse": "#F46A25",
    "better_text": "#12604C",
    "worse_text": "#A33F08",
    "peer": "#6F7B87",
    "limit": "#7F8B97",
    "band": "#DDEDEB",
}
"""The colours of the light theme, by what they are for."""

DARK = {
    "window": "#11161C",
    "surface": "#192028",
    "sunken": "#232C36",
    "hover": "#1E2730",
    "selected": "#203448",
    "line": "#2B3641",
    "edge": "#778796",
    "text": "#E9EEF3",
    "soft": "#B4C0CB",
    "accent": "#8FC4F0",
    "on_accent": "#0B1C2C",
    "focus": "#9BD1FF",
    "late": "#FFA79B",
    "late_bg": "#3B2223",
    "soon": "#F1C777",
    "soon_bg": "#352B16",
    "good": "#86D4B4",
    "good_bg": "#17322B",
    "idle_bg": "#232C36",
    "data": "#6BACE6",
    "better": "#3DBDB2",
    "worse": "#F6844A",
    "better_text": "#86D4B4",
    "worse_text": "#FFAE85",
    "peer": "#97A4B1",
    "limit": "#6C7A88",
    "band": "#1C3634",
}
"""The same for the dark theme."""


class Look(StrEnum):
    """Which theme the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Size(Enum):
    """Text sizes, as ratios of the system's own size."""

    CAPTION = 12 / 14
    SMALL = 13 / 14
    BODY = 1.0
    PROSE = 15 / 14
    LEAD = 16 / 14
    TITLE = 22 / 14
    FIGURE = 28 / 14


class StatusTone(StrEnum):
    """What a status says; each has a symbol and a colour, and the words come beside them."""

    PLAIN = "plain"
    LATE = "late"
    SOON = "soon"
    OPEN = "open"
    ASLEEP = "asleep"
    GOOD = "good"
    RISING_WELL = "rising_well"
    FALLING_WELL = "falling_well"
    RISING_BADLY = "rising_badly"
    FALLING_BADLY = "falling_badly"
    RISING = "rising"
    FALLING = "falling"
    SAME = "same"
    MISSED = "missed"


SYMBOLS = {
    StatusTone.PLAIN: "",
    StatusTone.LATE: "warning-fill",
    StatusTone.SOON: "clock-bold",
    StatusTone.OPEN: "circle-bold",
    StatusTone.ASLEEP: "moon-fill",
    StatusTone.GOOD: "check-circle-fill",
    StatusTone.RISING_WELL: "trend-up-bold",
    StatusTone.FALLING_WELL: "trend-down-bold",
    StatusTone.RISING_BADLY: "trend-up-bold",
    StatusTone.FALLING_BADLY: "trend-down-bold",
    StatusTone.RISING: "trend-up-bold",
    StatusTone.FALLING: "trend-down-bold",
    StatusTone.SAME: "minus-bold",
    StatusTone.MISSED: "x-circle-bold",
}
"""The Phosphor symbol of each tone."""

WORDS_COLOUR = {
    StatusTone.PLAIN: "text",
    StatusTone.LATE: "late",
    StatusTone.SOON: "soon",
    StatusTone.GOOD: "good",
    StatusTone.RISING_WELL: "better_text",
    StatusTone.FALLING_WELL: "better_text",
    StatusTone.RISING_BADLY: "worse_text",
    StatusTone.FALLING_BADLY: "worse_text",
    StatusTone.MISSED: "worse_text",
}
"""The token that colours a tone's symbol and words; the rest are soft."""

_PICTURED_BODY_PX = 14
MIDDLE_LIGHTNESS = 128


class ActiveTheme(QObject):
    """The look in use; widgets that paint themselves ask it while they paint.

    The application is to be made with `-style fusion`: choosing the style afterwards would cost
    the class `QStyle` before the first paint.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system_font = QFont(application.font())
        self._look = Look.SYSTEM
        self._percent = 100
        # Asking the style hints would cost the namespace `Qt`; the palette follows them.
        ground = application.palette().color(QPalette.ColorRole.Window)
        self._system_dark = ground.lightness() < MIDDLE_LIGHTNESS
        self.tokens = LIGHT
        self.is_dark = False
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._wear()

    def apply(self, look: Look, percent: int = 100) -> None:
        """Wear a look, with text at so many per cent of the system's size."""
        if (look, percent) == (self._look, self._percent):
            return
        self._look, self._percent = look, percent
        hints = self._application.styleHints()
        # Late: its enums are a fifth of a bare start.
        from PySide6.QtCore import Qt  # noqa: PLC0415

        if look is Look.SYSTEM:
            hints.unsetColorScheme()
            self._system_dark = hints.colorScheme() is Qt.ColorScheme.Dark
        else:
            scheme = Qt.ColorScheme.Dark if look is Look.DARK else Qt.ColorScheme.Light
            hints.setColorScheme(scheme)
        self._wear()

    def colour(self, token: str) -> QColor:
        """Return the colour of a token."""
        return QColor(self.tokens[token])

    def tone(self, tone: StatusTone) -> QColor:
        """Return the colour of a tone's symbol and words."""
        return self.colour(WORDS_COLOUR.get(tone, "soft"))

    def px(self, pictured: float) -> int:
        """Return a measure of the pictures in pixels, grown with the text but never shrunk."""
        return round(pictured * max(1.0, self._body_px() / _PICTURED_BODY_PX))

    def font(self, size: Size = Size.BODY, *, strong: bool = False) -> QFont:
        """Return the system font in one of our sizes, with figures of one width."""
        font = QFont(self._system_font)
        font.setPointSizeF(self._points() * size.value)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _points(self) -> float:
        points = self._system_font.pointSizeF()
        if points <= 0:  # a system that gives its font in pixels
            points = self._system_font.pixelSize() * 72 / self._dots_per_inch()
        return points * self._percent / 100

    def _body_px(self) -> float:
        return self._points() * self._dots_per_inch() / 72

    def _dots_per_inch(self) -> float:
        return self._application.primaryScreen().logicalDotsPerInch()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        if self._look is Look.SYSTEM:
            self._system_dark = scheme.name == "Dark"
            self._wear()

    def _wear(self) -> None:
        self.is_dark = self._look is Look.DARK or (self._look is Look.SYSTEM and self._system_dark)
        self.tokens = DARK if self.is_dark else LIGHT
        self._application.setPalette(self._palette())
        self._application.setFont(self.font())
        self._application.setStyleSheet(self._sheet())
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in (
            (QPalette.ColorRole.Window, "window"),
            (QPalette.ColorRole.Base, "surface"),
            (QPalette.ColorRole.AlternateBase, "sunken"),
            (QPalette.ColorRole.Button, "surface"),
            (QPalette.ColorRole.WindowText, "text"),
            (QPalette.ColorRole.Text, "text"),
            (QPalette.ColorRole.ButtonText, "text"),
            (QPalette.ColorRole.PlaceholderText, "soft"),
            (QPalette.ColorRole.Highlight, "accent"),
            (QPalette.ColorRole.HighlightedText, "on_accent"),
            (QPalette.ColorRole.ToolTipBase, "surface"),
            (QPalette.ColorRole.ToolTipText, "text"),
            (QPalette.ColorRole.Link, "focus"),
            (QPalette.ColorRole.Accent, "accent"),
        ):
            palette.setColor(role, self.colour(token))
        return palette

    def _sheet(self) -> str:
        sheet = SHEET
        for size in Size:
            points = self._points() * size.value
            sheet = sheet.replace(f"@{size.name.lower()}@", f"{points:.2f}pt")
        for pictured in (16, 24, 28, 30, 32, 34, 36, 40):
            sheet = sheet.replace(f"@{pictured}px@", f"{self.px(pictured)}px")
        for name, colour in self.tokens.items():
            sheet = sheet.replace(f"@{name}@", colour)
        return sheet
