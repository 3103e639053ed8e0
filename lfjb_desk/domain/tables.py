"""All tables by name, parents before their children."""

from lfjb_desk.domain.action_forms import ActionForm, FormAnswer
from lfjb_desk.domain.actions import Action, ActionEvidence, ActionUpdate, LearningNote
from lfjb_desk.domain.drivers import (
    AreaDriver,
    CancellationReason,
    Driver,
    DriverMeasure,
    Initiative,
    InitiativeDriver,
    Project,
    Theme,
)
from lfjb_desk.domain.figures.charts import ChartPlan, ChartStep, Narrative, Neighbour
from lfjb_desk.domain.figures.collections import Collection, CollectionReturn, Respondent
from lfjb_desk.domain.figures.figures import Measure, Observation, Snapshot, Target, Term
from lfjb_desk.domain.figures.mappings import FileMapping
from lfjb_desk.domain.governance.escalations import (
    Escalation,
    GroupReturn,
    ReturnPoint,
    StandingItem,
)
from lfjb_desk.domain.governance.forums import Forum, ForumLink
from lfjb_desk.domain.governance.governing_documents import (
    Clause,
    ClauseAssessment,
    DocumentVersion,
    GoverningDocument,
)
from lfjb_desk.domain.governance.groups import Appointment, Group, Seat
from lfjb_desk.domain.governance.people import Organisation, Person
from lfjb_desk.domain.meetings.amendments import MinutesAmendment, MinutesReview
from lfjb_desk.domain.meetings.interests import Interest, ItemInterest
from lfjb_desk.domain.meetings.item_papers import ItemPaper, KeptFile
from lfjb_desk.domain.meetings.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    ItemAbsence,
    Meeting,
    MinuteNote,
)
from lfjb_desk.domain.meetings.minutes import CirculatedMinutes, MinutesAgreement, MinutesCorrection
from lfjb_desk.domain.meetings.series import MeetingSeries
from lfjb_desk.domain.papers import WrittenPaper
from lfjb_desk.domain.places import AreaAuthority, AreaName, AreaProfile, DfjArea, LocalAuthority
from lfjb_desk.domain.rows import Row

TABLES: tuple[type[Row], ...] = (
    DfjArea,
    AreaProfile,
    LocalAuthority,
    AreaAuthority,
    AreaName,
    Organisation,
    Person,
    Group,
    Seat,
    Appointment,
    Theme,
    Driver,
    Initiative,
    InitiativeDriver,
    CancellationReason,
    Measure,
    Target,
    Term,
    AreaDriver,
    DriverMeasure,
    Project,
    MeetingSeries,
    Meeting,
    AgendaItem,
    KeptFile,
    ItemPaper,
    Interest,
    ItemInterest,
    Attendance,
    ItemAbsence,
    MinuteNote,
    Decision,
    GoverningDocument,
    DocumentVersion,
    Clause,
    ClauseAssessment,
    Action,
    ActionUpdate,
    ActionEvidence,
    LearningNote,
    ActionForm,
    FormAnswer,
    Snapshot,
    Observation,
    WrittenPaper,
    ChartPlan,
    ChartStep,
    Narrative,
    Neighbour,
    FileMapping,
    Collection,
    Respondent,
    CollectionReturn,
    CirculatedMinutes,
    MinutesAgreement,
    MinutesCorrection,
    MinutesReview,
    MinutesAmendment,
    Forum,
    ForumLink,
    StandingItem,
    GroupReturn,
    ReturnPoint,
    Escalation,
)
"""Every table that a change may touch."""

PLACES: frozenset[type[Row]] = frozenset({DfjArea, AreaAuthority, LocalAuthority})
"""Where figures are about."""
CHARTED: frozenset[type[Row]] = frozenset(
    {DfjArea, Measure, Observation, Snapshot, Target, ChartPlan, ChartStep}
)
"""What a chart of an area is made from."""
MET: frozenset[type[Row]] = frozenset(
    {Group, Seat, Appointment, Person, Organisation, Meeting, AgendaItem, Attendance, Decision}
)
"""Who meets, when, about what, and what they decide."""
MINUTED: frozenset[type[Row]] = frozenset(
    {MinuteNote, CirculatedMinutes, MinutesAgreement, MinutesCorrection}
)
"""What minutes say, and what becomes of them."""
AMENDED: frozenset[type[Row]] = frozenset({MinutesReview, MinutesAmendment})
"""What members ask to be changed in minutes that were circulated."""
ACTED: frozenset[type[Row]] = frozenset({Action, ActionUpdate})
"""What was agreed to be done, and what has happened to it."""
JUDGED: frozenset[type[Row]] = frozenset({Driver, AreaDriver, DriverMeasure})
"""The drivers of delay as they stand in an area."""
GOVERNING: frozenset[type[Row]] = frozenset({GoverningDocument, DocumentVersion, Clause})
"""By which rules a group works."""

PRINTED: frozenset[type[Row]] = frozenset().union(
    CHARTED,
    PLACES,
    MET,
    GOVERNING,
    ACTED,
    JUDGED,
    MINUTED,
    AMENDED,
    {ClauseAssessment, Escalation, Forum, ForumLink},
    {Initiative, Narrative, Neighbour, Project},
)
"""What the papers tell of."""

BY_NAME: dict[str, type[Row]] = {str(table.__tablename__): table for table in TABLES}
