"""Forms broken as people and programs break them, each way by itself, with a seeded random."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lfjb_desk.domain.common.references import checked_reference
from tests.services.action_forms.filling import Filler, drop, put, rows, w, words

if TYPE_CHECKING:
    from random import Random

    from lxml import etree

DAYS = ("le 12 janvier 2027", "12 Ionawr 2027", "01/02/27", "end of term", "12.1.2027")
QUESTIONS = ("Status", "Cynnydd", "Progress since then", "Date")


def delete_table(form: Filler, random: Random) -> None:
    drop(random.choice(form.tables))


def delete_row(form: Filler, random: Random) -> None:
    drop(random.choice(rows(random.choice(form.tables))))


def duplicate_table(form: Filler, random: Random) -> None:
    table = random.choice(form.tables)
    random.choice(form.tables).addnext(copy.deepcopy(table))


def duplicate_row(form: Filler, random: Random) -> None:
    row = random.choice(rows(random.choice(form.tables)))
    row.addnext(copy.deepcopy(row))


def move_row(form: Filler, random: Random) -> None:
    row = random.choice(rows(random.choice(form.tables)))
    random.choice(rows(random.choice(form.tables))).addnext(row)


def swap_rows(form: Filler, random: Random) -> None:
    one, other = (rows(table) for table in random.sample(form.tables, 2))
    at = random.randrange(min(len(one), len(other)))
    first, second = copy.deepcopy(one[at]), copy.deepcopy(other[at])
    replace(one[at], second)
    replace(other[at], first)


def sort_rows(form: Filler, random: Random) -> None:
    table = random.choice(form.tables)
    for row in sorted(rows(table), key=words):
        table.append(row)


def sort_tables(form: Filler, random: Random) -> None:
    tables = form.tables
    copies = [copy.deepcopy(table) for table in tables]
    random.shuffle(copies)
    for table, other in zip(tables, copies, strict=True):
        replace(table, other)


def join_tables(form: Filler, random: Random) -> None:
    first, second = random.sample(form.tables, 2)
    for row in rows(second):
        first.append(row)
    drop(second)


def damage_reference(form: Filler, random: Random) -> None:
    head = head_of(form, random)
    letters = list(words(head))
    at = random.randrange(len(letters))
    letters[at] = random.choice("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789 -")
    put(head, "".join(letters))


def shorten_reference(form: Filler, random: Random) -> None:
    head = head_of(form, random)
    put(head, words(head)[: random.randrange(1, 12)])


def empty_reference(form: Filler, random: Random) -> None:
    put(head_of(form, random), "")


def swap_references(form: Filler, random: Random) -> None:
    one, other = (head_cell(table) for table in random.sample(form.tables, 2))
    first, second = words(one), words(other)
    put(one, second)
    put(other, first)


def retype_as_another(form: Filler, random: Random) -> None:
    put(head_of(form, random), checked_reference(f"ESST-A-{random.randrange(1, 12):03}"))


def lower_reference(form: Filler, random: Random) -> None:
    head = head_of(form, random)
    put(head, words(head).lower())


def dash_reference(form: Filler, random: Random) -> None:
    head = head_of(form, random)
    put(head, words(head).replace("-", random.choice("\u2010\u2011\u2013\u2014\u2212")))


def lose_bookmarks(form: Filler, random: Random) -> None:
    drop_all(form, "bookmarkStart", "bookmarkEnd")


def lose_tags(form: Filler, random: Random) -> None:
    drop_all(form, "tag")


def lose_controls_names(form: Filler, random: Random) -> None:
    """As LibreOffice 7.4 does it: tags, titles and the title of the table."""
    drop_all(form, "tag", "alias", "tblCaption", "tblDescription")


def lose_every_mark(form: Filler, random: Random) -> None:
    drop_all(form, "tag", "alias", "tblCaption", "tblDescription", "bookmarkStart", "bookmarkEnd")


def merge_cells(form: Filler, random: Random) -> None:
    row = random.choice(rows(random.choice(form.tables)))
    cells = row.findall(w("tc"))
    if len(cells) < 2:
        return
    for part in cells[1].findall(w("p")):
        cells[0].append(part)
    drop(cells[1])


def drop_column(form: Filler, random: Random) -> None:
    at = random.randrange(2)
    for row in rows(random.choice(form.tables)):
        cells = row.findall(w("tc"))
        if len(cells) == 2:
            drop(cells[at])


def add_column(form: Filler, random: Random) -> None:
    for row in rows(random.choice(form.tables)):
        row.append(copy.deepcopy(row.findall(w("tc"))[-1]))


def retype_question(form: Filler, random: Random) -> None:
    row = random.choice(rows(random.choice(form.tables)))
    put(row.findall(w("tc"))[0], random.choice(QUESTIONS))


def retype_day(form: Filler, random: Random) -> None:
    last = rows(random.choice(form.tables))[-1].findall(w("tc"))
    if len(last) == 2:
        put(last[1], random.choice(DAYS))


def delete_heading(form: Filler, random: Random) -> None:
    before = random.choice(form.tables).getprevious()
    if before is not None and before.tag == w("p"):
        drop(before)


def paste_from_another_form(form: Filler, random: Random) -> None:
    """A table of another owner's form, with its own answers in it."""
    table = copy.deepcopy(random.choice(form.tables))
    foreign = checked_reference(f"{random.choice(('ESST', 'ELON'))}-A-{random.randrange(100, 999)}")
    own = re.sub(r"\s", "", words(head_cell(table)))
    for element in table.iter():
        for name, value in element.attrib.items():
            text = str(value)
            text = text.replace(own, foreign).replace(
                own.replace("-", "_"), foreign.replace("-", "_")
            )
            element.set(name, text)
    put(head_cell(table), foreign)
    for row in rows(table)[1:]:
        put(row.findall(w("tc"))[-1], f"of {foreign}")
    random.choice(form.tables).addnext(table)


def track_deletion(form: Filler, random: Random) -> None:
    row = random.choice(rows(random.choice(form.tables)))
    properties = row.find(w("trPr"))
    if properties is not None:
        properties.append(properties.makeelement(w("del"), {w("author"): "A Reader"}))


def write_beside(form: Filler, random: Random) -> None:
    table = random.choice(form.tables)
    before = table.getprevious()
    if before is not None and before.tag == w("p") and next(before.iter(w("t")), None) is not None:
        new = copy.deepcopy(before)
        next(new.iter(w("t"))).text = f"Beside the boxes: {random.random()}"
        table.addnext(new)


MANGLES = (
    *(delete_table, delete_row, duplicate_table, duplicate_row, move_row, swap_rows, sort_rows),
    *(sort_tables, join_tables, damage_reference, shorten_reference, empty_reference),
    *(swap_references, retype_as_another, lower_reference, dash_reference, lose_bookmarks),
    *(lose_tags, lose_controls_names, lose_every_mark, merge_cells, drop_column, add_column),
    *(retype_question, retype_day, delete_heading, paste_from_another_form, track_deletion),
    write_beside,
)


def head_cell(table: etree._Element) -> etree._Element:
    return rows(table)[0].findall(w("tc"))[0]


def head_of(form: Filler, random: Random) -> etree._Element:
    return head_cell(random.choice(form.tables))


def replace(old: etree._Element, new: etree._Element) -> None:
    old.addnext(new)
    drop(old)


def drop_all(form: Filler, *names: str) -> None:
    for element in [*form.root.iter(*(w(name) for name in names))]:
        drop(element)
