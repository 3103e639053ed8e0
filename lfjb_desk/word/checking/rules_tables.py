"""Rules about tables: a head that repeats, a name, no empty, merged or nested cell."""

from collections.abc import Iterator

from lxml import etree

from lfjb_desk.word.checking.findings import Finding, OpenedPaper, finder, short, w, words

_EMPTY = finder("./w:tr/w:tc[not(normalize-space(.)) and not(.//w:drawing)]")
_SPLITS = finder("./w:tr[not(w:trPr/w:cantSplit)]")
_NAMED = finder("./w:tblPr/w:tblCaption[normalize-space(@w:val)]"
                " and ./w:tblPr/w:tblDescription[normalize-space(@w:val)]")  # fmt: skip


def about_tables(paper: OpenedPaper) -> Iterator[Finding]:
    """Find what keeps a table from being read aloud, row by row."""
    merging = [*paper.index[w("vMerge")], *paper.index[w("hMerge")]]
    merging += [span for span in paper.index[w("gridSpan")] if span.get(w("val")) != "1"]
    merged = {_table_of(element) for element in merging}
    nesting = {_table_of(table) for table in paper.index[w("tbl")]} - {None}
    for number, table in enumerate(paper.index[w("tbl")], 1):
        where = f"table {number}"
        yield from _about_table(where, table)
        if table in merged:
            message = "The table has merged cells; write the words in each cell."
            yield Finding("table-merged", where, message)
        if table in nesting:
            yield Finding("table-nested", where, "The table holds another table.")


def _table_of(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(w("tbl")), None)


def _about_table(where: str, table: etree._Element) -> Iterator[Finding]:
    head = table.find(w("tr"))
    if head is None or head.find(f"{w('trPr')}/{w('tblHeader')}") is None:
        yield Finding(
            "table-header", where, "The first row is not marked as the head that repeats."
        )
    if not _NAMED(table):
        yield Finding("table-name", where, "The table has no title or no description.")
    if splits := _SPLITS(table):
        message = f"{len(splits)} of its rows may break over two pages."
        yield Finding("table-row-splits", where, message)
    for cell in _EMPTY(table):
        row = cell.getparent()
        in_head = row is head
        beside = short("" if row is None else words(row))
        if in_head:
            yield Finding("table-head-empty", where, f"A cell of the head is empty, in {beside}.")
        else:
            yield Finding("table-empty-cell", where, f"A cell is empty, in {beside}; write a dash.")
        return
