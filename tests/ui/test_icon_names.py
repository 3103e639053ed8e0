"""Every icon that the window names is in Phosphor's font: an unknown one fails as it is painted."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING

import qtawesome

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
CHARMAP = Path(qtawesome.__file__).parent / "fonts" / "phosphor-charmap-1.3.0.json"
PLACE_IN_CALL = {
    "icon": 0,
    "pixmap": 0,
    "dress": 1,
    "Mark": 2,
    "Empty": 2,
    "Command": 2,
    "Hit": 5,
    "Stop": 0,
    "_card": 0,
    "_add_sight": 0,
}
"""Where the icon stands among the arguments of each call that takes one."""
PLACE_IN_TABLE = {"SYMBOLS": 0, "MARKS": 0, "ICONS": 0, "HOMES": 1}
"""Where it stands in each line of the tables that name one for every kind of thing."""


def constants(held: ast.expr) -> Iterator[str]:
    """Give the words that an expression can be: one, or one of either side of an `if`."""
    if isinstance(held, ast.Constant) and isinstance(held.value, str) and held.value:
        yield held.value
    elif isinstance(held, ast.IfExp):
        yield from constants(held.body)
        yield from constants(held.orelse)
    elif isinstance(held, ast.Tuple):
        yield from constants(held.elts[0])


def in_call(call: ast.Call) -> Iterator[str]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    place = PLACE_IN_CALL.get(called, len(call.args))
    given = [word.value for word in call.keywords if word.arg == "icon"]
    for argument in [*call.args[place : place + 1], *given]:
        yield from constants(argument)


def in_assignment(made: ast.Assign) -> Iterator[str]:
    """Give what a variable called `icon` becomes, and the icons of a table."""
    target = made.targets[0]
    name = ast.unparse(target.elts[0] if isinstance(target, ast.Tuple) else target)
    if name == "icon":
        yield from constants(made.value)
    elif name in PLACE_IN_TABLE and isinstance(made.value, ast.Dict):
        place = PLACE_IN_TABLE[name]
        for line in made.value.values:
            if isinstance(line, ast.Tuple):
                yield from constants(line.elts[place])
            elif place == 0:
                yield from constants(line)


def in_fields(made: ast.ClassDef) -> Iterator[str]:
    """Give the icon that a class has when it is told none."""
    for field in made.body:
        if isinstance(field, ast.AnnAssign) and field.value and ast.unparse(field.target) == "icon":
            yield from constants(field.value)


def in_rail(places: ast.FunctionDef) -> Iterator[str]:
    """Give the icons of the rail, the third word of each of its places."""
    for node in ast.walk(places):
        if isinstance(node, ast.Tuple) and isinstance(node.elts[0], ast.Constant):
            yield from constants(node.elts[2])


def named_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield from in_call(node)
        elif isinstance(node, ast.Assign):
            yield from in_assignment(node)
        elif isinstance(node, ast.ClassDef):
            yield from in_fields(node)
        elif isinstance(node, ast.FunctionDef) and node.name == "places":
            yield from in_rail(node)


def test_phosphor_knows_every_icon_that_the_window_names() -> None:
    known = set(json.loads(CHARMAP.read_text(encoding="utf-8")))
    named = {
        (path.name, icon)
        for folder in ("lfjb_desk/ui", "lfjb_desk/app")
        for path in (ROOT / folder).rglob("*.py")
        for icon in named_in(path)
    }
    icons = {icon for _, icon in named}
    for expected in ("house", "plus-bold", "warning-fill", "armchair", "flag-fill", "clock-bold"):
        assert expected in icons
    assert {(file, icon) for file, icon in named if icon not in known} == set()


def test_an_icon_is_found_wherever_it_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "page.py"
    path.write_text(
        'SYMBOLS = {1: "a", 2: ""}\n'
        'HOMES = {1: ("page", "b")}\n'
        'icon, colour = ("c", "soft") if x else ("d", "late")\n'
        'icons.dress(made, "e" if x else "f")\n'
        'Command("Words", run, icon="g")\n'
        'class Hit:\n    icon: str = "h"\n'
        'def places():\n    return (("today", tr("Today"), "i"),)\n'
        "Mark(theme, icons, name)\n",
        encoding="utf-8",
    )
    assert sorted(named_in(path)) == list("abcdefghi")
