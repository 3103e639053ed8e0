"""Parts on drivers: the brief table, the matrix, and the page of one driver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lfjb_desk.domain.blocks import (
    Bullets,
    Chart,
    Facts,
    Heading,
    MessageTitle,
    Paragraph,
    Span,
    Strip,
    Style,
    Table,
    Tone,
)
from lfjb_desk.domain.formatting import count, figure, listed, long_date
from lfjb_desk.papers.parts.action_tables import narrow_table
from lfjb_desk.papers.parts.common import (
    NONE,
    NOTHING,
    absent,
    bold,
    severity_cell,
    shorter,
    titled,
)
from lfjb_desk.papers.parts.control_lines import signal_cell
from lfjb_desk.papers.parts.driver_figures import NO_FIGURE, figure_blocks
from lfjb_desk.papers.parts.series_chart import target_cell
from lfjb_desk.papers.parts.tables import RowColumn, table_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lfjb_desk.domain.blocks import Block, Line
    from lfjb_desk.domain.read_models.actions import ActionRow
    from lfjb_desk.domain.read_models.drivers import DriverView, MeasureProgress, ProjectLine
    from lfjb_desk.papers.parts.report_data import BoardReportData, DriversReportData

ROWS_ON_A_PAGE = 3
"""Closed actions join a driver's table up to so many rows, so that it keeps to its page."""
MOST_ROWS = 8
"""Open actions in a driver's table; the rest are named, and the action log has them."""
NAMED = 4
"""Open actions that the line of sight names."""
_ABBREVIATIONS = (
    "PLO is the Public Law Outline; LA is local authority. Open actions include late ones."
)


def whose_actions(board: BoardReportData) -> str:
    """Return whose actions and decisions stand beside the drivers: those of the action log."""
    return f"Actions and decisions are those of the {board.called} and of any group under it."


def anchor(view: DriverView) -> str:
    """Return the anchor of a driver's own page."""
    return f"driver-{view.driver.number}"


def worst_first(views: Sequence[DriverView]) -> list[DriverView]:
    """Return drivers by severity, then late actions, then open ones, then the national order."""
    return sorted(
        views,
        key=lambda view: (-view.severity, -len(view.late), -len(view.open), view.driver.number),
    )


def late_cell(number: int) -> Line:
    """Return a number of late actions, marked when there are any."""
    return (Span(f"■ {number}", bold=True, tone=Tone.LATE),) if number else "0"


def brief_blocks(board: BoardReportData, views: Sequence[DriverView]) -> tuple[Block, ...]:
    """Return the drivers in one table, worst first, and what is missing."""
    if not views:
        return (Paragraph("No driver of delay is held."),)
    ordered = worst_first(views)
    table = table_of(
        "Drivers of delay in brief",
        f"{count(len(views), 'driver').capitalize()}, worst first: severity, lead, actions.",
        (
            RowColumn("Driver", 7.6, lambda view: view.driver.name, bold=True),
            RowColumn(
                "Severity", 2.5, lambda view: severity_cell(view.severity, view.severity_word)
            ),
            RowColumn("Lead", 3.5, lambda view: view.lead or NONE),
            RowColumn("Open", 1.6, lambda view: str(len(view.open)), figures=True),
            RowColumn("Late", 1.6, lambda view: late_cell(len(view.late)), figures=True),
        ),
        ordered,
    )
    return (
        MessageTitle(_brief_claim(board, ordered), "drivers-brief"),
        table,
        Paragraph(_ABBREVIATIONS, Style.SOURCE),
        Heading("What is missing", 3),
        *_missing(board, ordered),
    )


def _brief_claim(board: BoardReportData, ordered: Sequence[DriverView]) -> str:
    late = sum(bool(view.late) for view in ordered)
    judged = sum(view.severity > 0 for view in ordered)
    if not judged:
        return "No driver has been judged yet"
    if late:
        have = "has" if late == 1 else "have"
        return f"{late} of {count(len(ordered), 'driver')} {have} a late action"
    nothing_late = absent(board, "No driver has a late action")
    return titled(f"Worst: {ordered[0].driver.name}", nothing_late)


def _missing(board: BoardReportData, ordered: Sequence[DriverView]) -> tuple[Block, ...]:
    lines = tuple(
        bold(f"{view.driver.name}:", f" {gap_words(board, view)}") for view in ordered if view.gaps
    )
    return (Bullets(lines),) if lines else (Paragraph("No driver lacks a link."),)


def gap_words(board: BoardReportData, view: DriverView) -> str:
    """Return what a driver lacks, in sentences; empty where it lacks nothing."""
    return " ".join(
        absent(board, gap.sentence) if gap.of_records else gap.sentence for gap in view.gaps
    )


def matrix(views: Sequence[DriverView], paged: Sequence[DriverView]) -> Table:
    """Return all drivers on one landscape page; those with a page of their own are links."""
    own = {view.driver.id for view in paged}
    return table_of(
        "All drivers",
        "Drivers, worst first: severity, first measure, change, actions open and late, projects.",
        (
            RowColumn(
                "Driver", 6.8, lambda view: _name(view, linked=view.driver.id in own), bold=True
            ),
            RowColumn(
                "Severity", 2.4, lambda view: severity_cell(view.severity, view.severity_word)
            ),
            RowColumn("First measure", 6.0, _first_measure),
            RowColumn("Signal", 2.6, _first_signal),
            RowColumn("Open", 1.5, lambda view: str(len(view.open)), figures=True),
            RowColumn("Late", 1.5, lambda view: late_cell(len(view.late)), figures=True),
            RowColumn("Projects", 4.9, _project_titles),
        ),
        views,
    )


def _name(view: DriverView, *, linked: bool) -> Line:
    name = view.driver.name
    return (Span(name, leads_to=anchor(view)),) if linked else name


def _with_figure(view: DriverView) -> MeasureProgress | None:
    """Return the first measure of a driver that has a figure."""
    return next((line for line in view.measures if line.now is not None), None)


def _first_measure(view: DriverView) -> str:
    line = _with_figure(view)
    if line is None or line.now is None:
        return "No figure" if view.measures else "No measure"
    measure = line.measure
    value = figure(line.now.value, measure.unit, measure.decimals, line.now.marker)
    return f"{shorter(line.name)}: {value}"


def _first_signal(view: DriverView) -> Line:
    line = _with_figure(view)
    return signal_cell(line.series) if line and line.series else f"{NOTHING} No figure"


def _project_titles(view: DriverView) -> str:
    return "\n".join(line.project.title for line in view.projects) or NONE


def driver_page(view: DriverView, data: DriversReportData) -> tuple[Block, ...]:
    """Return the page of one driver: line of sight, figures, actions, projects, gaps."""
    figures = figure_blocks(view, data, f"{anchor(view)}-figure")
    drawn = any(isinstance(block, Chart) for block in figures)
    listed_rows, rest = _shown(view, 0 if drawn else ROWS_ON_A_PAGE)
    actions = (
        narrow_table(f"Actions on {view.driver.name}", listed_rows, data.board.today)
        if listed_rows
        else Paragraph(absent(data.board, "No action is linked to this driver."))
    )
    return (
        Heading(view.driver.name, 2, anchor(view), new_page=True),
        Paragraph(_item_line(view), Style.ITEM_LINE),
        _strip(data.board, view),
        *figures,
        Heading("Actions, projects and what is missing", 3),
        actions,
        Facts((*_elsewhere(rest, drawn=drawn), *_projects(view.projects), _gaps(data.board, view))),
    )


def _shown(view: DriverView, rows: int) -> tuple[list[ActionRow], list[ActionRow]]:
    """Return the actions in the table and the rest: open ones, then closed ones up to some rows."""
    closed = [row for row in view.actions if row.closed]
    room = max(0, rows - len(view.open))
    return [*view.open[:MOST_ROWS], *closed[:room]], [*view.open[MOST_ROWS:], *closed[room:]]


def _elsewhere(rows: Sequence[ActionRow], *, drawn: bool) -> tuple[tuple[str, Line], ...]:
    """Return the actions that the table has no room for, by their refs.

    On a page with a chart the line of sight alone counts the closed ones.
    """
    opened = [row.action.ref for row in rows if not row.closed]
    closed = [row.action.ref for row in rows if row.closed and not drawn]
    data = (("Also open", opened), ("Done or dropped", closed))
    return tuple((name, f"{listed(refs)}, not in the table.") for name, refs in data if refs)


def _item_line(view: DriverView) -> str:
    standing = view.standing
    parts = [f"Severity: {view.severity_word}"]
    if standing and standing.judged_on:
        parts[0] += f", judged on {long_date(standing.judged_on)}"
    parts.append(f"Lead: {view.lead}" if view.lead else "Lead: nobody")
    if standing and standing.review_by:
        parts.append(f"Review by {long_date(standing.review_by)}")
    return f"{'. '.join(parts)}."


def _strip(board: BoardReportData, view: DriverView) -> Strip:
    standing = view.standing
    rationale = standing.rationale if standing else ""
    severity = view.severity_word.capitalize()
    return Strip(
        f"Line of sight: {view.driver.name}",
        (
            ("1 Driver ►", bold(severity, f"\n{rationale or 'No reason has been given.'}")),
            ("2 Figure ►", _figure_cell(view)),
            ("3 Actions ►", _actions_cell(board, view)),
            ("4 Decision", _decision_cell(board, view)),
        ),
    )


def _figure_cell(view: DriverView) -> Line:
    newest = next((line for line in view.measures if line.now is not None), None)
    if newest is None or newest.now is None:
        return bold(NONE, f"\n{NO_FIGURE}")
    measure = newest.measure
    value = figure(newest.now.value, measure.unit, measure.decimals, newest.now.marker)
    has_target = newest.series is not None and newest.series.target is not None
    target = f"Target: {target_cell(newest.series)}." if has_target else "No target is set."
    return bold(value, f"\n{shorter(newest.name)}, {newest.now.label}.\n{target}")


def _actions_cell(board: BoardReportData, view: DriverView) -> Line:
    if not view.open:
        done = f"{count(len(view.done), 'action').capitalize()} done."
        return bold(NONE, f"\n{done if view.done else absent(board, 'No action is linked to it.')}")
    late = len(view.late)
    head = f"{len(view.open)} open, {f'■ {late} late' if late else '0 late'}"
    named = [f"{row.action.ref} {row.status_words.lower()}" for row in view.open[:NAMED]]
    if len(view.open) > len(named):
        named.append(f"and {len(view.open) - len(named)} more")
    if view.done:
        named.append(f"{count(len(view.done), 'action')} done")
    return bold(head, "\n" + "\n".join(named))


def _decision_cell(board: BoardReportData, view: DriverView) -> Line:
    if not view.decisions:
        return bold(NONE, f"\n{absent(board, 'No decision is linked to it.')}")
    newest = view.decisions[0]
    state = newest.state.value.capitalize()
    return bold(newest.ref, f"\n{newest.text}\n{state}, {long_date(newest.decided_on)}.")


def _projects(projects: Sequence[ProjectLine]) -> tuple[tuple[str, Line], ...]:
    if not projects:
        return (("Projects", "No project is linked to this driver."),)
    return tuple(("Project", _project(line)) for line in projects)


def _gaps(board: BoardReportData, view: DriverView) -> tuple[str, Line]:
    whole = "Nothing: the figure, the actions and the decision are all there."
    return "Missing", gap_words(board, view) or whole


def _project(line: ProjectLine) -> Line:
    project = line.project
    parts = [project.stage.value.capitalize()]
    parts.append(f"led by {line.lead}" if line.lead else "no lead")
    if project.ends:
        parts.append(f"to {long_date(project.ends)}")
    expected = f" {project.expected}" if project.expected else ""
    return bold(f"{project.title}.", f" {', '.join(parts)}.{expected}")
