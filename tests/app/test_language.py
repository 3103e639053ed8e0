"""The language that the window speaks, and what its translators work from."""

from __future__ import annotations

import ast
import re
import runpy
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from lfjb_desk.app import language
from lfjb_desk.app.environment import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[2]
PSEUDO = "lfjb_desk_en_XA.qm"
PHRASE = re.compile(r"[A-Za-z]{2,} [a-z]|^[A-Z][a-z]+(?:…|\\.|:)?$")
"""What looks like words for people, and not like a key or a name of Qt's."""
NOT_SAID = {
    *("Title", "Description"),  # the keys of a picture's own texts
    *(
        "Enter",
        "Return",
        "Esc",
        "Delete",
        "Backspace",
        "Menu",
        "Home",
        "End",
    ),  # as they stand on the keyboard
    *("Tom", "Mon", "Sat", "Sun", "Tom.", "Tomorrow", "next meeting"),  # as people type a day
    *("leave out", "Dark"),
}
"""Words in the window's code that nobody reads."""


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "packaging/translations.py"))


@pytest.fixture
def said(qapp: QApplication) -> Iterator[list[str]]:
    """The texts that an application was given; they are taken away again."""
    before = set(qapp.findChildren(QTranslator))
    yield []
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_the_files_of_the_languages_have_every_text_of_the_window(script: dict[str, Any]) -> None:
    folder = ROOT / "resources/i18n"
    made = script["files"](ROOT / "lfjb_desk", folder)
    assert len(made) >= 2
    stale = [name for name, data in made.items() if (folder / name).read_bytes() != data]
    assert stale == [], "run: make translations"


def test_a_language_keeps_what_was_translated_when_texts_come_and_go(
    script: dict[str, Any], tmp_path: Path
) -> None:
    package, folder = tmp_path / "desk", tmp_path / "i18n"
    package.mkdir()
    folder.mkdir()
    module = "class Page:\n    def show(self):\n        return {}\n"
    (package / "page.py").write_text(module.format('self.tr("Save"), self.tr("Open")'))
    welsh = folder / "lfjb_desk_cy.ts"
    welsh.write_bytes(
        script["ts_of"]({("Page", "Save"): "Cadw", ("Page", "Gone"): "Wedi mynd"}, "cy")
    )

    made = script["files"](package, folder)

    welsh.write_bytes(made["lfjb_desk_cy.ts"])
    assert script["read_texts"](welsh) == {("Page", "Save"): "Cadw", ("Page", "Open"): ""}
    (package / "page.py").write_text(module.format("self.tr(words)"))
    with pytest.raises(ValueError, match=r"page.py, line 3: tr\(\) takes words, not a variable"):
        script["files"](package, folder)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Save", []),
        ("{0} of {name} is missing.", ["{0}", "{name}"]),
        ("%n item(s)", ["%n"]),
        ("&File <b>now</b>", ["&", "<b>", "</b>"]),
        ("Boards (*.lfjb)", ["(*.lfjb)"]),
    ],
)
def test_a_pseudo_text_has_accents_and_length_and_keeps_its_placeholders(
    script: dict[str, Any], words: str, kept: list[str]
) -> None:
    made: str = script["pseudo"](words)
    assert [part for part in kept if part not in made] == []
    for part in kept:
        made, words = made.replace(part, "", 1), words.replace(part, "", 1)
    assert not re.search("[A-Za-z]", made)
    assert 1.3 < sum(map(str.isalpha, made)) / sum(map(str.isalpha, words)) < 1.6


def test_the_window_speaks_the_first_language_that_we_have(
    qapp: QApplication, said: list[str], tmp_path: Path
) -> None:
    copy(ROOT / "resources/i18n" / PSEUDO, tmp_path / "lfjb_desk_cy.qm")
    copy(ROOT / "resources/i18n" / PSEUDO, tmp_path / "lfjb_desk_de.qm")
    (tmp_path / "lfjb_desk_fr.qm").write_bytes(b"not one of Qt's")
    assert language.translate(qapp, tmp_path, ("nn-NO", "en-GB", "cy-GB")) == ""
    assert QCoreApplication.translate("WindowFrame", "Today") == "Today"
    assert language.translate(qapp, tmp_path, ("nn-NO", "fr-FR", "cy-GB", "en-GB")) == "cy_GB"
    assert QCoreApplication.translate("WindowFrame", "Today") == "Ťóđáýéí"
    assert language.translate(qapp, tmp_path, ("de",)) == "de"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_a_language_is_chosen_or_is_that_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LFJB_LANGUAGE", "en_XA")
    assert list(language.wanted_languages()) == ["en_XA"]
    monkeypatch.delenv("LFJB_LANGUAGE")
    assert language.wanted_languages()


def test_the_program_carries_its_languages(qapp: QApplication, said: list[str]) -> None:
    assert language.translate(qapp, shipped().languages, ("en_XA",)) == "en_XA"


def bare_words(path: Path) -> list[str]:
    """Return what reads like words for people in a module, and does not go through `tr()`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case (
                ast.Call(func=ast.Attribute(attr="tr" | "translate" | "setObjectName"))
                | ast.Call(func=ast.Name(id="_tr" | "TypeVar"))
                | ast.Expr(value=ast.Constant())
                | ast.Subscript()
                | ast.ClassDef(bases=[ast.Name(id="StrEnum")])  # a value is a key, and not said
            ):
                passed |= {id(inner) for inner in ast.walk(node)}
            case _:
                pass
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in passed
        and PHRASE.search(node.value)
        and node.value not in NOT_SAID
    ]


def nouns(path: Path) -> list[str]:
    """Return the nouns that a module counts without `tr()`."""
    return [
        argument.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "count"
        for argument in node.args[1:]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def test_no_module_of_the_window_has_words_that_cannot_be_translated() -> None:
    # The languages of style sheets and of HTML, and the patterns that typed lines are read by.
    ways = {"style_sheet.py", "markup.py", "time_words.py"}
    modules = [path for path in (ROOT / "lfjb_desk/ui").rglob("*.py") if path.name not in ways]
    modules += [ROOT / "lfjb_desk/app" / name for name in ("contents.py", "pages.py", "window.py")]
    assert len(modules) > 100
    found = {str(path): [*bare_words(path), *nouns(path)] for path in modules}
    assert {path: words for path, words in found.items() if words} == {}
