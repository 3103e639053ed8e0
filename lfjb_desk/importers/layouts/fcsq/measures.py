"""The measures that several tables of Family Court Statistics Quarterly give alike."""

from lfjb_desk.importers.figures import MeasureHint

WEEKS = "weeks"
WITHIN = "s31_within_26_pct"


def hint(code: str, name: str, definition: str, unit: str, decimals: int) -> MeasureHint:
    """Return a measure of FCSQ whose code is settled."""
    return MeasureHint(code, name, definition, unit, decimals, "FCSQ tables, Ministry of Justice")


CARE = {  # care and supervision: Table 8 and the file behind it
    "mean": hint(
        "s31_mean_weeks",
        "Average duration of section 31 cases",
        "Mean weeks from issue to first disposal",
        WEEKS,
        1,
    ),
    "median": hint(
        "s31_median_weeks",
        "Median duration of section 31 cases",
        "Weeks within which half of the disposals were made",
        WEEKS,
        1,
    ),
    "within": hint(
        WITHIN,
        "Section 31 disposals within 26 weeks",
        "Disposals made within 26 weeks as a share of all disposals",
        "%",
        0,
    ),
    "total": hint(
        "fcsq_care_disposals",
        "Care and supervision disposals",
        "First disposals in care and supervision cases; a child in each order counts",
        "disposals",
        0,
    ),
}
PRIVATE = {  # private law: Table 9 and the file of final orders
    "mean": hint(
        "s8_receipt_final_weeks",
        "Private law: weeks from receipt to final order",
        "Mean weeks from receipt to final order",
        WEEKS,
        1,
    ),
    "median": hint(
        "fcsq_private_median_weeks",
        "Private law: median weeks to final order",
        "Weeks within which half of the cases had their final order",
        WEEKS,
        1,
    ),
    "total": hint(
        "fcsq_private_final_cases",
        "Private law cases with a final order",
        "Cases with a final order in the period",
        "cases",
        0,
    ),
}
