"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
from collections import Counter
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MOST_MODULES = 18
PLACES_OF_ONE_MACHINE = re.compile(r"/(?:tmp|work|root|home|Users)/")
DATE_FORMAT = re.compile(r"%-?[BbAaj]|%-?d[ /.]|%y")
UNFINISHED = re.compile(
    r"\b(?:TODO|FIXME|XXX|raise NotImplementedError|lorem ipsum|coming soon)\b", re.IGNORECASE
)
PRIVATE_WORDS = re.compile(
    r"\b(?:\w*Wish(?:es)?|Told|Furniture|furniture|furnish|Asked|Gathering|Company|PassingRows|Manner|"
    r"Strand|strand|Rhythm|rhythm|Stretch|Ticket|ticket|Spots?|BesideChart|BesideData|TroublePage|"
    r"rhythm_words|spots?|\w+Facts|by_habit|about_furniture)\b"
)
NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]')

WITHOUT_A_ROLE = frozenset({"one", "said", "held", "shown", "many", "told", "asked"})
"""Names of variables that tell nothing of what they are."""


def tracked(*patterns: str) -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "--", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_no_python_file_is_longer_than_a_person_reads_at_once() -> None:
    long = {
        str(path.relative_to(ROOT)): len(text_of(path).splitlines()) for path in tracked("*.py")
    }
    assert long, "git knows no Python file"
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def functions(path: Path) -> list[tuple[str, int]]:
    """Return each function of a file with the lines of its body."""
    return [
        (f"{path.relative_to(ROOT)}: {node.name}", (node.end_lineno or 0) - node.body[0].lineno + 1)
        for node in ast.walk(ast.parse(text_of(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_function_is_longer_than_a_person_reads_at_once() -> None:
    lines = dict(pair for path in tracked("lfjb_desk/*.py") for pair in functions(path))
    assert lines, "the program has no function"
    assert {name: many for name, many in lines.items() if many > LONGEST_FUNCTION} == {}


def test_every_package_says_in_one_line_what_it_holds() -> None:
    packages = tracked("lfjb_desk/**/__init__.py", "lfjb_desk/__init__.py")
    assert packages
    assert [path for path in packages if not text_of(path).startswith('"""')] == []


@pytest.mark.parametrize("folder", ["lfjb_desk", "db", "packaging", "docs", "resources"])
def test_nothing_shipped_names_a_folder_of_one_machine(folder: str) -> None:
    texts = [
        path
        for path in tracked(f"{folder}/*")
        if path.suffix in {".py", ".md", ".toml", ".txt", ".csv", ".sh", ".qss", ".svg", ".json"}
    ]
    found = [path for path in texts if PLACES_OF_ONE_MACHINE.search(text_of(path))]
    assert found == []


def test_nothing_shipped_reads_like_unfinished_work() -> None:
    found = [path for path in tracked("lfjb_desk/*.py") if UNFINISHED.search(text_of(path))]
    assert found == []


def test_the_locked_requirements_hold_hashes_and_no_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = text_of(ROOT / "packaging" / name)
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "index-url" not in text


def locked(text: str) -> dict[str, set[str]]:
    """Return each distribution of a lock with the extras that the lock asks of it."""
    lines = re.findall(r"^[\w.-]+(?:\[.*?\])?==[^\\\n]+", text, re.MULTILINE)
    held: dict[str, set[str]] = {}
    for line in map(Requirement, lines):
        held.setdefault(canonicalize_name(line.name), set()).update(line.extras)
    return held


def asked(name: str, extras: set[str]) -> list[Requirement]:
    """Return what an installed distribution requires here, with some of its extras."""
    try:
        every = [Requirement(line) for line in requires(name) or ()]
    except PackageNotFoundError:
        return []
    return [
        one
        for one in every
        if one.marker is None or any(one.marker.evaluate({"extra": e}) for e in ("", *extras))
    ]


def lacking(lock: dict[str, set[str]]) -> set[str]:
    """Return each extra that something locked requires and the lock does not ask for."""
    return {
        f"{canonicalize_name(one.name)}[{extra}], which {name} requires"
        for name, extras in lock.items()
        for one in asked(name, extras)
        for extra in one.extras - lock.get(canonicalize_name(one.name), set())
    }


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_asks_for_every_extra_that_something_locked_requires(name: str) -> None:
    lock = locked(text_of(ROOT / "packaging" / name))
    assert len(lock) > 20
    assert lacking(lock) == set()


def test_a_lock_without_an_extra_that_is_required_is_found_out() -> None:
    lock = locked(text_of(ROOT / "packaging/requirements-dev.txt"))
    assert "toml" in lock["coverage"]
    lock["coverage"].clear()
    assert lacking(lock) == {"coverage[toml], which pytest-cov requires"}


def test_only_one_module_puts_dates_into_words() -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in tracked("lfjb_desk/*.py")
        if DATE_FORMAT.search(text_of(path))
    ]
    assert [name for name in found if name != "lfjb_desk/domain/formatting.py"] == []


def names_of(path: Path) -> set[str]:
    """Return every name that a file gives or uses: classes, functions, arguments, attributes."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text_of(path))):
        match node:
            case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
                found.add(name)
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.alias(name=name):
                found.add(name)
    return found


def test_every_tracked_name_can_be_checked_out_on_windows() -> None:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    names = listing.stdout.decode().split("\0")
    assert len(names) > 100
    assert [name for name in names if NOT_ON_WINDOWS.search(name)] == []


@pytest.mark.parametrize("sign", '<>:"|?*\\')
def test_a_name_that_windows_forbids_is_found_out(sign: str) -> None:
    assert NOT_ON_WINDOWS.search(f"tests/store/{sign}.lfjb")


def test_no_folder_holds_more_modules_than_one_can_scan() -> None:
    modules = Counter(path.parent for path in tracked("*.py"))
    assert modules, "git knows no folder"
    assert {str(folder): count for folder, count in modules.items() if count > MOST_MODULES} == {}


def test_every_class_has_a_name_of_its_own() -> None:
    classes = Counter(
        node.name
        for path in tracked("lfjb_desk/*.py")
        for node in ast.parse(text_of(path)).body
        if isinstance(node, ast.ClassDef)
    )
    assert classes, "the program has no class"
    assert {name for name, count in classes.items() if count > 1} == set()


def test_no_private_word_stands_for_a_word_of_the_field() -> None:
    found = {
        str(path.relative_to(ROOT)): sorted(filter(PRIVATE_WORDS.fullmatch, names_of(path)))
        for path in tracked("lfjb_desk/*.py")
    }
    assert found, "git knows no file of the program"
    assert {path: words for path, words in found.items() if words} == {}


def variables_of(path: Path) -> set[str]:
    """Return the names of a file's variables and arguments, without the fields of its classes."""
    tree = ast.parse(text_of(path))
    fields = {
        part.target
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for part in node.body
        if isinstance(part, ast.AnnAssign)
    }
    return {
        node.arg if isinstance(node, ast.arg) else node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.arg)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node not in fields)
    }


def test_every_variable_says_what_it_is() -> None:
    variables = {
        str(path.relative_to(ROOT)): variables_of(path) & WITHOUT_A_ROLE
        for path in tracked("lfjb_desk/*.py")
    }
    assert variables, "git knows no file of the program"
    assert {path: names for path, names in variables.items() if names} == {}


def test_the_glossary_fits_on_a_page() -> None:
    assert 20 < len(text_of(ROOT / "docs/glossary.md").splitlines()) <= 40
