"""What the tables of the FCSQ workbook are about, and the measures that their columns hold.

Numbers and titles of the tables have moved between releases. A table is therefore known by the
words of its title, and a column by all the words over it: its headings from the top down, with
the category that a row names. A column that says more than is known here is not taken. Cases
started and ended are taken from the two tables that sum them up; others print some of them again.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CountedItem:
    """What a column counts, once the category is taken out of its words."""

    code: str
    """What follows the category in the code of the measure."""
    unit: str
    name: str
    """What follows the category in the name of the measure."""
    says: str
    """The words as a pattern, which must match them all."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of table: what its title says, and how its columns are understood."""

    name: str
    title: tuple[str, ...]
    """Patterns that must all be in the title."""
    categories: tuple[tuple[str, str], ...] = ()
    """The category of a code with the pattern that names it; empty where it needs no name."""
    items: tuple[CountedItem, ...] = ()
    unused: str = ""
    """Why nothing is taken from it; empty where figures are."""


def _items(lines: str) -> tuple[CountedItem, ...]:
    """Return the items of some lines: code, unit, name and pattern, with a bar between."""
    return tuple(
        CountedItem(*map(str.strip, line.split("|", 3))) for line in lines.strip().splitlines()
    )


_STARTED, _ENDED = _CASES = _items("""
start_cases | cases | cases started | (total )?cases (starting|started)
end_cases | cases | cases ended | (total )?cases (disposed( of)?|closed|concluded|concluding)
""")
_TIMES = r"(duration|durations|time|disposal|disposals|case|cases|final|order|of|to|in|weeks)"
_CARE = _items(rf"""
total | disposals | | (total |number of )?(disposals|cases)( disposed)?
mean | weeks | | (?=.*\b(duration|weeks)\b)({_TIMES} )*(mean|average)( {_TIMES})*
median | weeks | | (?=.*\b(duration|weeks)\b)({_TIMES} )*median( {_TIMES})*
""")
_WITHIN = _items(r"""
within | % | | (% |proportion |percentage |per ?cent )?(of )?((cases|disposals) )?((disposed( of)?|completed|concluded) )?(with)?in 26 weeks( %)?
""")  # noqa: E501 - a pattern
_SUMMARY = _items("""
individual_children | children | individual children in applications | (number of )?individual children( involved)?( in applications)?
applications | applications | applications made | (total |number of )?applications( made)?
start_orders | orders | orders applied for | (total )?orders applied for
end_orders | orders | orders made | (total )?orders made
disposals | disposals | disposals made | (total )?disposals made
disposal_events | disposals | disposal events | disposal events
""")  # noqa: E501 - a table
_AGES = _items("""
children_under_1 | children | children under 1 in applications | (less than|under) (1|one)( years?)?( old)?
children_1_to_4 | children | children aged 1 to 4 in applications | 1 (to )?4( years)?( old)?
children_5_to_9 | children | children aged 5 to 9 in applications | 5 (to )?9( years)?( old)?
children_10_to_14 | children | children aged 10 to 14 in applications | 10 (to )?14( years)?( old)?
children_15_to_17 | children | children aged 15 to 17 in applications | 15 (to )?17( years)?( old)?
children_other_age | children | children of another age in applications | other( age)?
children_unknown_age | children | children of unknown age in applications | unknown( age)?
""")  # noqa: E501 - a table
_PARTIES = _items("""
cases_1_applicant | cases | cases with one applicant | (number of )?cases with (one|1) applicant
cases_2_applicants | cases | cases with two or more applicants | (number of )?cases with (two|2) or more applicants
cases_1_respondent | cases | cases with one respondent | (number of )?cases with (one|1) respondent
cases_2_respondents | cases | cases with two respondents | (number of )?cases with (two|2) respondents
cases_3_respondents | cases | cases with three respondents | (number of )?cases with (three|3) respondents
cases_4_respondents | cases | cases with four or more respondents | (number of )?cases with (four|4) or more respondents
""")  # noqa: E501 - a table
_HIGH_COURT = _items("""
high_court | cases | cases started in the High Court | (total )?cases started indicated as high court
high_court_london | cases | High Court cases started in Central London | high court cases started in central london( dfj)?
high_court_elsewhere | cases | High Court cases started outside Central London | high court cases started outside central london( dfj)?
""")  # noqa: E501 - a table
_REPRESENTED = _items("""
disposals_both | disposals | first disposals, both parties represented | both( applicant and respondent| parties)? (number of )?disposals
mean_weeks_both | weeks | mean weeks to first disposal, both parties represented | both( applicant and respondent| parties)? mean duration( in)? weeks
disposals_applicant | disposals | first disposals, applicant alone represented | applicants? only (number of )?disposals
mean_weeks_applicant | weeks | mean weeks to first disposal, applicant alone represented | applicants? only mean duration( in)? weeks
disposals_respondent | disposals | first disposals, respondent alone represented | respondents? only (number of )?disposals
mean_weeks_respondent | weeks | mean weeks to first disposal, respondent alone represented | respondents? only mean duration( in)? weeks
disposals_neither | disposals | first disposals, neither party represented | neither( applicant nor respondent| party)? (number of )?disposals
mean_weeks_neither | weeks | mean weeks to first disposal, neither party represented | neither( applicant nor respondent| party)? mean duration( in)? weeks
first_disposals | disposals | first disposals | all( types)?( of representation)? (number of )?disposals
mean_weeks | weeks | mean weeks to first disposal | all( types)?( of representation)? mean duration( in)? weeks
""")  # noqa: E501 - a table
_HEARD = _items("""
heard_cases_started | cases | cases started, as counted with representation | (total )?(number of )?cases started
cases_with_hearing | cases | cases with at least one hearing | (number of )?cases with at least (one|1) hearing
applicants_represented | parties | applicants represented | applicants? represented( parties)?
applicants_unrepresented | parties | applicants not represented | applicants? unrepresented( parties)?
respondents_represented | parties | respondents represented | respondents? represented( parties)?
respondents_unrepresented | parties | respondents not represented | respondents? unrepresented( parties)?
parties | parties | parties in cases with a hearing | (total )?(number of )?parties
""")  # noqa: E501 - a table
_REMEDIES = _items("""
applications_uncontested | applications | applications, uncontested | uncontested applications|applications uncontested
applications_contested | applications | applications, contested | contested applications|applications contested
applications | applications | applications made | (total )?applications( made)?|applications total
disposals_uncontested | disposals | disposals, uncontested | uncontested disposals|disposals uncontested
disposals_initially_contested | disposals | disposals, initially contested | initially contested disposals|disposals initially contested
disposals_contested | disposals | disposals, contested | contested disposals|disposals contested
disposals | disposals | disposals made | (total )?disposals|disposals total
""")  # noqa: E501 - a table
_ABUSE = _items("""
start_orders_non_molestation | orders | non-molestation orders applied for | non molestation orders applied for|orders applied for non molestation( orders)?
start_orders_occupation | orders | occupation orders applied for | occupation orders applied for|orders applied for occupation( orders)?
start_orders | orders | orders applied for | (total )?orders applied for|orders applied for total
applications | applications | applications made | (total )?applications made
end_orders_non_molestation | orders | non-molestation orders made | non molestation orders made|orders made non molestation( orders)?
end_orders_occupation | orders | occupation orders made | occupation orders made|orders made occupation( orders)?
end_orders | orders | orders made | (total )?orders made|orders made total
""")  # noqa: E501 - a table
_PROTECTED = _items("""
applications | applications | applications made | total applications( made)?
end_orders | orders | orders made | (disposals )?total (fgmpo )?orders made
other_disposals | disposals | other disposals | (disposals )?other disposals
disposals | disposals | disposals made | total disposals
""")
_ADOPTED = _items("""
adoption_applications | applications | applications to adopt | (adoption applications )?total adoption applications
placement_applications | applications | applications for placement orders | non adoption applications placement orders
other_applications | applications | applications for other orders | non adoption applications other orders
applications | applications | applications made | total applications( under the adoption and children act 2002)?
adoption_orders | orders | adoption orders made | (adoption orders )?total adoption orders
placement_orders | orders | placement orders made | non adoption orders placement orders
other_orders | orders | other orders made | non adoption orders other orders
other_disposals | disposals | other disposals | other disposals( of adoption and children act 2002 cases)?
disposals | disposals | disposals made | total disposals( under the adoption and children act 2002)?
""")  # noqa: E501 - a table
_LIBERTY = _items("""
individual_children | children | individual children in applications | (total )?individual children
applications | applications | applications made | (total )?applications made
""")

_LAW = (("public_law", "public law"), ("private_law", "private law"))
_REMEDY = ("financial_remedy", "financial remed(y|ies)( formerly ancillary relief)?")
_VIOLENCE = ("domestic_violence", "domestic (violence|abuse)")
_WITH_REMEDY = "( incl(uding)? (annulment and )?(fr|financial remed(y|ies)))?"
_TYPES = (
    *(*_LAW, _REMEDY, _VIOLENCE, ("adoption", "adoptions?")),
    ("matrimonial_matters", "matrimonial matters"),
    ("forced_marriage", "forced marriage( protection)?( orders)?"),
    ("female_genital_mutilation", "female genital mutilation( protection)?( orders)?"),
    ("all", "total|all( case types)?"),
)
_PARTED = (
    *(*_LAW, ("financial_remedy", "financial remedy"), _VIOLENCE, ("adoption", "adoption")),
    ("old_divorce", f"old divorce{_WITH_REMEDY}"),
    ("divorce", f"divorce{_WITH_REMEDY}"),
)
_NOTICE = (
    ("domestic_violence", ""),
    ("domestic_violence", "all( types)?"),
    ("domestic_violence_ex_parte", "ex ?parte"),
    ("domestic_violence_notice", "on notice"),
)
_ELSEWHERE = "which a Local Family Justice Board does not oversee"

TOPICS = (  # the first whose words are all in a title
    Topic("probate", ("probate|grants? of representation",), unused=_ELSEWHERE),
    Topic(
        "powers of attorney and deputies",
        ("public guardian|powers? of attorney",),
        unused=_ELSEWHERE,
    ),
    Topic("the Court of Protection", ("court of protection|mental capacity",), unused=_ELSEWHERE),
    Topic(
        "orders by their type",
        ("children act|public and private|public or private", "by type of order|by order type"),
        unused="broken down by category and by each type of order, deeper than the desk keeps",
    ),
    Topic(
        "financial remedies",
        ("financial remed",),
        (("financial_remedy", ""),),
        _REMEDIES,
    ),
    Topic(
        "divorce and other matrimonial matters",
        ("matrimonial|divorce",),
        unused=f"{_ELSEWHERE}; the summary table of all case types counts their cases",
    ),
    Topic(
        "forced marriage protection",
        ("forced marriage",),
        (("forced_marriage", ""),),
        _PROTECTED,
    ),
    Topic(
        "female genital mutilation protection",
        ("female genital mutilation",),
        (("female_genital_mutilation", ""),),
        _PROTECTED,
    ),
    Topic("domestic violence remedies", ("domestic (violence|abuse)",), _NOTICE, _ABUSE),
    Topic("adoption", ("adoption",), (("adoption", ""),), _ADOPTED),
    Topic(
        "deprivation of liberty of children",
        ("deprivation of liberty",),
        (("deprivation_of_liberty", ""),),
        (*_LIBERTY, _STARTED),
    ),
    Topic("legal representation in cases heard", ("represent", "hearing"), _PARTED, _HEARD),
    Topic("time taken, by legal representation", ("represent",), _PARTED, _REPRESENTED),
    Topic("ages of children in applications", ("individual children", r"\bage"), _LAW, _AGES),
    Topic("parties in cases", ("parties", "children act"), _LAW, _PARTIES),
    Topic("High Court cases", ("high court", "children act"), _LAW, _HIGH_COURT),
    Topic(
        "public and private law, a summary",
        ("children act|public and private", "cases? (started|starting)|counted by"),
        _LAW,
        (*_SUMMARY, *_CASES),
    ),
    Topic("time taken by private law cases", ("private law",), (("private", ""),), _CARE),
    Topic(
        "time taken by care and supervision cases",
        (r"\bcare\b",),
        (("care", ""),),
        (*_CARE, *_WITHIN),
    ),
    Topic(
        "cases started and ended, by case type",
        ("cases (started|starting)", "(concluding|concluded|closed|disposed)"),
        _TYPES,
        _CASES,
    ),
)
