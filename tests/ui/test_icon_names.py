"""Every icon that the window names is in Phosphor's font: an unknown one fails as it is painted."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import qtawesome

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
CHARMAP = Path(qtawesome.__file__).parent / "fonts" / "phosphor-charmap-1.3.0.json"
WINDOW = ("lfjb_desk/ui", "lfjb_desk/app")
PLACE_IN_CALL = {
    "BoundCommand": 2,
    "Command": 2,
    "Empty": 2,
    "IconMark": 2,
    "Offer": 2,
    "SearchHit": 5,
    "Stop": 1,
    "_add_sight": 0,
    "_card": 0,
    "icon": 0,
    "of_draft": 2,
    "of_item": 2,
    "page_command": 2,
    "pixmap": 0,
    "set_icon": 1,
    "show_as": 0,
    "side": 2,
}
"""Where the icon stands among the arguments of each call that takes one."""
GIVEN_ELSEWHERE = {"add", "_paint_icon"}
"""What takes an icon that was named before: a place of the rail, and a line of the Ctrl+K box."""
PLACE_IN_TABLE = {"SYMBOLS": 0, "MARKS": 0, "ICONS": 0, "HOMES": 1}
"""Where it stands in each line of the tables that name one for every kind of thing."""
Parameters = dict[str, list[list[str]]]


def trees() -> Iterator[ast.Module]:
    for folder in WINDOW:
        for path in (ROOT / folder).rglob("*.py"):
            yield ast.parse(path.read_text(encoding="utf-8"))


def parameters(tree: ast.AST) -> Parameters:
    """Return the arguments of every function and class by its name, in their order, for each."""
    taken: Parameters = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            arguments = [argument.arg for argument in node.args.args if argument.arg != "self"]
            taken.setdefault(node.name, []).append(arguments)
        elif isinstance(node, ast.ClassDef):
            taken.setdefault(node.name, []).append(fields(node))
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and part.name == "__init__":
                    taken[node.name] = [[argument.arg for argument in part.args.args[1:]]]
    return taken


def fields(made: ast.ClassDef) -> list[str]:
    return [ast.unparse(part.target) for part in made.body if isinstance(part, ast.AnnAssign)]


def misplaced(places: dict[str, int], taken: Parameters) -> set[str]:
    """Return what a table of places names that takes no icon there, or is not there at all."""
    return {
        name
        for name, place in places.items()
        if not any(
            {"icon", "name"}.intersection(arguments[place : place + 1])
            for arguments in taken.get(name, ())
        )
    }


def unlisted(places: dict[str, int], taken: Parameters) -> set[str]:
    """Return what takes an icon and is not in a table of places."""
    return {
        name
        for name, definitions in taken.items()
        if any("icon" in arguments for arguments in definitions)
        and name not in {*places, "__init__"}
    }


def constants(expression: ast.expr) -> Iterator[str]:
    """Give the words that an expression can be: one, or one of either side of an `if`."""
    if (
        isinstance(expression, ast.Constant)
        and isinstance(expression.value, str)
        and expression.value
    ):
        yield expression.value
    elif isinstance(expression, ast.IfExp):
        yield from constants(expression.body)
        yield from constants(expression.orelse)
    elif isinstance(expression, ast.Tuple):
        yield from constants(expression.elts[0])


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


def in_arguments(made: ast.FunctionDef) -> Iterator[str]:
    """Give the icon that a function takes when it is told none."""
    arguments = made.args.args
    for argument, default in zip(reversed(arguments), reversed(made.args.defaults), strict=False):
        if argument.arg == "icon":
            yield from constants(default)


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
        elif isinstance(node, ast.FunctionDef):
            yield from in_arguments(node)
            if node.name == "places":
                yield from in_rail(node)


def unknown(named: set[tuple[str, str]]) -> set[tuple[str, str]]:
    known = set(json.loads(CHARMAP.read_text(encoding="utf-8")))
    return {(file, icon) for file, icon in named if icon not in known}


def test_phosphor_knows_every_icon_that_the_window_names() -> None:
    named = {
        (path.name, icon)
        for folder in WINDOW
        for path in (ROOT / folder).rglob("*.py")
        for icon in named_in(path)
    }
    icons = {icon for _, icon in named}
    for expected in ("house", "plus-bold", "warning-fill", "armchair", "flag-fill", "clock-bold"):
        assert expected in icons
    for of_one_call in ("map-pin", "warning-circle", "arrow-up", "list-numbers", "flag"):
        assert of_one_call in icons
    assert unknown(named) == set()


def test_the_places_of_icons_are_those_of_the_program() -> None:
    taken: Parameters = {}
    tables: set[str] = set()
    for tree in trees():
        for name, definitions in parameters(tree).items():
            taken.setdefault(name, []).extend(definitions)
        tables |= {
            ast.unparse(node.targets[0]) for node in ast.walk(tree) if isinstance(node, ast.Assign)
        }
    assert misplaced(PLACE_IN_CALL, taken) == set()
    assert unlisted(PLACE_IN_CALL, taken) == GIVEN_ELSEWHERE
    assert PLACE_IN_TABLE.keys() <= tables


def test_a_table_that_a_rename_made_blind_is_found_out() -> None:
    taken = parameters(
        ast.parse(
            "class IconMark:\n def __init__(self, theme, icons, name): pass\n"
            "class Hit:\n text: str\n icon: str\n"
            "def set_icon(self, button, name): pass\n"
        )
    )
    assert misplaced({"Mark": 2, "IconMark": 2, "Hit": 0, "set_icon": 1}, taken) == {"Mark", "Hit"}
    assert unlisted({"IconMark": 2, "set_icon": 1}, taken) == {"Hit"}


@pytest.mark.parametrize(("name", "place"), PLACE_IN_CALL.items())
def test_a_wrong_name_is_found_in_each_kind_of_call(name: str, place: int, tmp_path: Path) -> None:
    path = tmp_path / "page.py"
    path.write_text(f"thing.{name}({'x, ' * place}'no-such-icon')\n", encoding="utf-8")
    assert unknown({(path.name, icon) for icon in named_in(path)}) == {("page.py", "no-such-icon")}


@pytest.mark.parametrize(
    "line",
    [
        'SYMBOLS = {1: "no-such-icon"}',
        'MARKS = {1: ("no-such-icon", "soft")}',
        'ICONS = {1: ("no-such-icon", "soft")}',
        'HOMES = {1: ("page", "no-such-icon")}',
        'icon, colour = ("house", "soft") if x else ("no-such-icon", "late")',
        'icons.set_icon(made, "house" if x else "no-such-icon")',
        'Command("Words", run, icon="no-such-icon")',
        'class SearchHit:\n    icon: str = "no-such-icon"',
        'def page_command(label, run, icon="no-such-icon"): pass',
        'def places():\n    return (("today", tr("Today"), "no-such-icon"),)',
    ],
)
def test_a_wrong_name_is_found_wherever_it_can_stand(line: str, tmp_path: Path) -> None:
    path = tmp_path / "page.py"
    path.write_text(f"{line}\nIconMark(theme, icons, name)\n", encoding="utf-8")
    assert unknown({(path.name, icon) for icon in named_in(path)}) == {("page.py", "no-such-icon")}
