"""Small faults that can be put into a module, found in its syntax tree."""

from __future__ import annotations

import ast
import random
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_SWAPPED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_ANNOTATIONS = frozenset({"annotation", "returns"})
_GUARDS = frozenset({"frozen", "slots", "strict"})
"""Arguments that keep an author from a mistake; no caller can see that they are there."""
_CHOSEN_BY = (ast.If, ast.While, ast.IfExp)
_LONGEST = 90


@dataclass(frozen=True)
class Mutant:
    """One fault: what it does, where, and the text of the whole module that has it."""

    kind: str
    line: int
    code: str
    """That line as it stands in the module, without the space around it."""
    before: str
    after: str
    source: str

    @property
    def words(self) -> str:
        """Return the fault in one line."""
        return f"{self.kind}: {_short(self.before)} -> {_short(self.after)}"


@dataclass(frozen=True)
class _Place:
    """A node with the field of its parent that holds it."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None

    def put(self, node: ast.AST) -> None:
        """Let another node stand here."""
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants(source: str) -> list[Mutant]:
    """Return every fault that can be put into a module, in the order of its lines."""
    tree, lines = ast.parse(source), source.splitlines()
    made = []
    for place in _places(tree):
        for kind, node in _faults(place):
            place.put(ast.copy_location(node, place.node))
            text = ast.unparse(tree)
            place.put(place.node)
            line = getattr(place.node, "lineno", 1)
            words = ast.unparse(place.node), ast.unparse(node)
            made.append(Mutant(kind, line, lines[line - 1].strip(), *words, text))
    return made


def chosen(every: Sequence[Mutant], number: int, seed: str) -> list[Mutant]:
    """Return so many of the mutants, the kinds in turn so that none drowns the others."""
    chance = random.Random(seed)  # noqa: S311 - a draw that can be repeated, not a secret
    kinds: defaultdict[str, list[Mutant]] = defaultdict(list)
    for mutant in every:
        kinds[mutant.kind].append(mutant)
    for group in kinds.values():
        chance.shuffle(group)
    drawn: list[Mutant] = []
    while len(drawn) < min(number, len(every)):
        for group in kinds.values():
            if group and len(drawn) < number:
                drawn.append(group.pop())
    return sorted(drawn, key=lambda mutant: (mutant.line, mutant.words))


def _places(parent: ast.AST) -> Iterator[_Place]:
    """Yield what runs; annotations, imports for them, docstrings and texts of types do not."""
    for field, value in ast.iter_fields(parent):
        if field in _ANNOTATIONS:
            continue
        many = value if isinstance(value, list) else [value]
        for index, node in enumerate(many):
            if not isinstance(node, ast.AST) or _never_runs(node):
                continue
            yield _Place(node, parent, field, index if isinstance(value, list) else None)
            yield from _places(node)


def _never_runs(node: ast.AST) -> bool:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    is_typing = (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )
    is_guard = isinstance(node, ast.keyword) and node.arg in _GUARDS
    return is_text or is_typing or is_guard or isinstance(node, ast.Import | ast.ImportFrom)


def _faults(place: _Place) -> Iterator[tuple[str, ast.AST]]:
    node = place.node
    if isinstance(node, ast.expr):
        yield from _of_operators(node)
        yield from _of_constants(node, place)
        yield from _of_calls(node)
    if isinstance(place.parent, _CHOSEN_BY) and place.field == "test":
        yield from _of_choices(node)
    if isinstance(place.parent, ast.comprehension) and place.field == "ifs":
        yield from _of_choices(node)
    if isinstance(node, ast.stmt):
        yield from _of_statements(node)


def _of_operators(node: ast.expr) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Compare(left=left, ops=[first, *others], comparators=rights):
            if flipped := _FLIPPED.get(type(first)):
                yield "comparison", ast.Compare(left, [flipped(), *others], rights)
        case ast.BinOp(left=left, op=sign, right=right):
            if swapped := _SWAPPED.get(type(sign)):
                yield "arithmetic", ast.BinOp(left, swapped(), right)
        case ast.BoolOp(op=ast.And(), values=values):
            yield "and to or", ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(op=ast.Or(), values=values):
            yield "or to and", ast.BoolOp(ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not removed", operand


def _of_constants(node: ast.expr, place: _Place) -> Iterator[tuple[str, ast.AST]]:
    """Yield constants moved; a part of a formatted text is left to the whole text."""
    if isinstance(node, ast.JoinedStr) and place.field != "format_spec":
        yield "text emptied", ast.Constant("")
    if not isinstance(node, ast.Constant) or isinstance(place.parent, ast.JoinedStr):
        return
    match node.value:
        case bool(value):
            yield "constant", ast.Constant(not value)
        case int(value) | float(value):
            yield "constant", ast.Constant(value + 1)
        case str(value):
            yield ("text emptied", ast.Constant("" if value else "x"))


def _of_calls(node: ast.expr) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node, ast.Call):
        for index, keyword in enumerate(node.keywords):
            if keyword.arg in _GUARDS:
                continue
            others = node.keywords[:index] + node.keywords[index + 1 :]
            yield "argument dropped", ast.Call(node.func, node.args, others)


def _of_choices(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node, ast.expr) and not isinstance(node, ast.Compare | ast.UnaryOp):
        yield "not inserted", ast.UnaryOp(ast.Not(), node)


def _of_statements(node: ast.stmt) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case ast.Return(value=ast.expr() as value):
            if not (isinstance(value, ast.Constant) and value.value is None):
                yield "returns None", ast.Return(ast.Constant(None))
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Continue() | ast.Break():
            yield "statement dropped", ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "statement dropped", ast.Pass()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
