"""Gather what the window says into resources/i18n, and compile its languages.

`lfjb_desk.ts` has every text that goes through `tr()`, for translators to start from; a language
is a copy of it, `lfjb_desk_cy.ts`, that keeps its translations when texts come and go. `en_XA` is
no language: its accents and length show in a test what never went through `tr()`, and what is cut.
Run from the top of the repository: make translations
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

TOP = Path(__file__).parents[1]
FOLDER = TOP / "resources/i18n"
STEM = "lfjb_desk"
SOURCE, PSEUDO = "en_GB", "en_XA"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'

Text = tuple[str, str]
"""A context and what is said in it."""
Texts = dict[Text, str]
"""Each text with its translation; empty where it has none yet."""

ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀćđéƒĝĥíĵķĺɱńóƥɋŕśťúṽŵẋýžÁɃĆĐÉƑĜĤÍĴĶĹḾŃÓƤɊŔŚŤÚṼŴẊÝŽ",
)
KEPT = re.compile(r"\{[^}]*\}|%n|%\d|<[^>]*>|\(\*[^)]*\)|&(?=\w)|&\w+;")
"""What a translation must keep: placeholders, marks of type, patterns of files, accelerators."""
LONGER, PADDING = 0.4, "éíóúáýŵŷ"
"""How much longer a pseudo text is, for the words of most languages take more room than ours."""


def gathered(package: Path) -> list[Text]:
    """Return every text that a package passes to `tr()`, in order of context and words.

    Raises:
        ValueError: when a text is not written where it is passed, so that nobody can find it.
    """
    texts = {text for path in sorted(package.rglob("*.py")) for text in _texts_of(path)}
    return sorted(texts)


def _texts_of(path: Path) -> Iterator[Text]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = _own_context(tree)
    for node in tree.body:
        for call in (inner for inner in ast.walk(node) if isinstance(inner, ast.Call)):
            match call.func:
                case ast.Attribute(attr="tr") if isinstance(node, ast.ClassDef):
                    yield node.name, _words(path, call)
                case ast.Name(id="_tr"):
                    yield own, _words(path, call)
                case _:
                    pass


def _own_context(tree: ast.Module) -> str:
    """Return the context of a module's own `_tr()`; empty when it has none."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(
                name="_tr",
                body=[*_, ast.Return(value=ast.Call(args=[ast.Constant(value=str(context)), *_]))],
            ):
                return context
            case _:
                pass
    return ""


def _words(path: Path, call: ast.Call) -> str:
    match call.args:
        case [ast.Constant(value=str(words)), *_]:
            return words
        case _:
            raise ValueError(f"{path.name}, line {call.lineno}: tr() takes words, not a variable")


def read_texts(path: Path) -> Texts:
    """Return the texts of a .ts file with their translations."""
    root = ET.parse(path).getroot()  # noqa: S314 - a file of our own
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext(
            "translation", ""
        )
        for context in root.iter("context")
        for message in context.iter("message")
    }


def ts_of(texts: Texts, language: str) -> bytes:
    """Return a .ts file without line numbers, so that it changes only when words do."""
    root = ET.Element("TS", version="2.1", sourcelanguage=SOURCE, language=language)
    parts: dict[str, ET.Element] = {}
    for (context, source), translated in sorted(texts.items()):
        if context not in parts:
            parts[context] = ET.SubElement(root, "context")
            ET.SubElement(parts[context], "name").text = context
        message = ET.SubElement(parts[context], "message")
        ET.SubElement(message, "source").text = source
        target = ET.SubElement(message, "translation")
        target.text = translated
        if not translated:
            target.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    return f"{HEAD}{body}\n".encode()


def pseudo(words: str) -> str:
    """Return words with an accent on each letter and a third longer; placeholders stay."""
    parts, last = [], 0
    for kept in KEPT.finditer(words):
        parts += [words[last : kept.start()].translate(ACCENTED), kept.group()]
        last = kept.end()
    parts.append(words[last:].translate(ACCENTED))
    letters = ceil(sum(map(str.isalpha, KEPT.sub("", words))) * LONGER)
    padding = (PADDING * (letters // len(PADDING) + 1))[:letters]
    space = " " if len(words) > len(PADDING) else ""
    return f"{''.join(parts)}{space}{padding}"


def compiled(texts: Texts, language: str) -> bytes:
    """Return the .qm file of a language, as Qt's own tool makes it."""
    tool = which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    if tool is None:
        sys.exit("pyside6-lrelease is not there; it comes with PySide6: make run")
    with TemporaryDirectory() as folder:
        source, made = Path(folder) / "texts.ts", Path(folder) / "texts.qm"
        source.write_bytes(ts_of(texts, language))
        subprocess.run([tool, "-silent", str(source), "-qm", str(made)], check=True)  # noqa: S603 - Qt's own tool
        return made.read_bytes()


def files(package: Path, folder: Path) -> dict[str, bytes]:
    """Return every file of the folder of languages as it should be, by its name."""
    texts = gathered(package)
    made = {
        f"{STEM}.ts": ts_of(dict.fromkeys(texts, ""), SOURCE),
        f"{STEM}_{PSEUDO}.qm": compiled({text: pseudo(text[1]) for text in texts}, PSEUDO),
    }
    for path in sorted(folder.glob(f"{STEM}_*.ts")):
        held, language = read_texts(path), path.stem.removeprefix(f"{STEM}_")
        kept = {text: held.get(text, "") for text in texts}
        made[path.name] = ts_of(kept, language)
        made[path.with_suffix(".qm").name] = compiled(kept, language)
    return made


def main() -> None:
    """Write the files of all languages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in files(TOP / STEM, FOLDER).items():
        (FOLDER / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
