"""The tables of the FCSQ workbook as they are published: titles, headings, and their measures."""

from __future__ import annotations

from dataclasses import dataclass, field

ANNUAL = "Annual"
LAW = {"Public law": "public_law", "Private law": "private_law"}


@dataclass
class Table:
    """One table: its title, what names its rows, and its headings with their codes.

    Codes stand without their beginning, `{}` for what a row names; a heading without a code gives
    nothing.
    """

    name: str
    title: str
    columns: dict[str, str]
    named: dict[str, str] = field(default_factory=dict)
    """What the rows name, with its part of the code; empty where they name nothing."""
    heading: str = "Category"
    after: bool = False
    """Whether the column of names stands behind year and quarter."""
    annual: str = ANNUAL
    """How the quarter of a whole year is printed."""


CARE = {
    "Total Disposals": "care_disposals",
    "Mean disposal duration (weeks)": "s31_mean_weeks",
    "Median disposal duration (weeks)\n[note 57]": "s31_median_weeks",
    "Cases disposed in 26 weeks": "s31_within_26_pct",
}
SUMMARY = {
    "Individual children involved in Applications\n[note 14][note 15]": "{}_individual_children",
    "Applications made\n[note 16]": "{}_applications",
    "Total orders applied for\n[note 17]": "{}_start_orders",
    "Cases starting\n[note 18]": "{}_start_cases",
    "Orders made\n[note 19]": "{}_end_orders",
    "Disposals made\n[note 19]": "{}_disposals",
    "Cases disposed\n[note 18][note 21]": "{}_end_cases",
}
TYPES = {
    "Public Law": "public_law",
    "Private Law": "private_law",
    "Matrimonial Matters\n[note 8]": "matrimonial_matters",
    "Financial Remedies\n[note 3]": "financial_remedy",
    "Domestic Violence": "domestic_violence",
    "Forced Marriage Protection\n[note 4]": "forced_marriage",
    "Female Genital Mutilation Protection\n[note 9]": "female_genital_mutilation",
    "Adoption\n[note 5]": "adoption",
    "Total": "all",
}
PARTED = {
    "Adoption": "adoption",
    "Domestic Violence": "domestic_violence",
    "Financial Remedy": "financial_remedy",
    "Old Divorce (incl. annulment and FR)": "old_divorce",
    "Private Law": "private_law",
    "Public Law": "public_law",
}
ACCESSIBLE = (
    Table(
        "Table_1",
        "Cases starting and cases concluding in Family courts in England and Wales",
        {said: f"{code}_{{}}_cases" for said, code in TYPES.items()},
        {"Cases started": "start", "Cases closed": "end"},
        heading="Stage\n[note 2]",
        after=True,
    ),
    Table(
        "Table_2",
        "Public and Private (Children Act) cases started and disposed, counted by case, "
        "individual children, applications and disposals, in England and Wales",
        SUMMARY,
        LAW,
        annual="[z]",
    ),
    Table(
        "Table_5",
        "Number of individual children involved in Public and Private (Children Act) "
        "applications made in the Family courts in England and Wales by age",
        {
            "Less than 1 year old": "{}_children_under_1",
            "1-4 years old": "{}_children_1_to_4",
            "5-9 years old": "{}_children_5_to_9",
            "10-14 years old": "{}_children_10_to_14",
            "15-17 years old": "{}_children_15_to_17",
            "Other age\n[note 32]": "{}_children_other_age",
            "Unknown age\n[note 33]": "{}_children_unknown_age",
            "Total individual children\n[note 34]": "",
        },
        LAW,
        heading="Category\n[note 31]",
    ),
    Table(
        "Table_6",
        "Number of individual parties involved in Public and Private (Children Act) cases in "
        "England and Wales",
        {
            "Total cases started": "",
            "Number of cases with one applicant": "{}_cases_1_applicant",
            "Number of cases with two or more applicants": "{}_cases_2_applicants",
            "Number of cases with one respondent": "{}_cases_1_respondent",
            "Number of cases with two respondents": "{}_cases_2_respondents",
            "Number of cases with three respondents": "{}_cases_3_respondents",
            "Number of cases with four or more respondents": "{}_cases_4_respondents",
        },
        LAW,
    ),
    Table(
        "Table_7",
        "Number of Public and Private (Children Act) cases started in England and Wales by High "
        "court indicator and area",
        {
            "Total cases started": "",
            "Total cases started indicated as High Court": "{}_high_court",
            "High Court cases started in Central London DFJ\n[note 41]": "{}_high_court_london",
            "High Court cases started outside Central London DFJ": "{}_high_court_elsewhere",
        },
        LAW,
    ),
    Table(
        "Table_8",
        "Summary statistics on the time to first definitive disposal for care proceedings in the "
        "Family courts of England and Wales",
        CARE,
    ),
    Table(
        "Table_9",
        "Summary statistics on the timeliness of Private law cases from issue to final order in "
        "the Family courts of England and Wales",
        {
            "Total cases": "private_final_cases",
            "Mean case duration (weeks)": "s8_receipt_final_weeks",
            "Median case duration (weeks)\n[note 61]": "private_median_weeks",
        },
    ),
    Table(
        "Table_10",
        "Number of disposals and average time to first definitve disposal in courts in England "
        "and Wales by case type and legal representaion of parties",
        {
            f"{who} - {what}\n[note 70]": f"{{}}_{code}"
            for who, end in (
                ("Both Applicant and Respondent", "_both"),
                ("Applicant only", "_applicant"),
                ("Respondent only", "_respondent"),
                ("Neither Applicant nor Respondent", "_neither"),
                ("All", ""),
            )
            for what, code in (
                ("Number of Disposals", f"disposals{end}" if end else "first_disposals"),
                ("Mean duration in weeks", f"mean_weeks{end}"),
            )
        },
        PARTED,
        heading="Category\n[notes 64,65\n,66,67]",
        annual="[z]",
    ),
    Table(
        "Table_11",
        "Legal representation status of applicants and respondents in cases with at least one "
        "hearing in Family courts in England and Wales",
        {
            "Total number of cases started": "{}_heard_cases_started",
            "Cases with at least one hearing": "{}_cases_with_hearing",
            "Applicants - represented parties": "{}_applicants_represented",
            "Applicants - unrepresented parties\n[note 80]": "{}_applicants_unrepresented",
            "Respondents - represented parties": "{}_respondents_represented",
            "Respondents - unrepresented parties\n[note 80]": "{}_respondents_unrepresented",
            "Total number of parties": "{}_parties",
        },
        {**PARTED, "Divorce (incl. FR)": "divorce"},
        annual="",
    ),
    Table(
        "Table_15",
        "Number of applications and disposals made for one or more types of financial remedy "
        "(formerly ancillary relief) orders, in England and Wales",
        {
            "Uncontested Applications\n[note 99]": "financial_remedy_applications_uncontested",
            "Contested Applications": "financial_remedy_applications_contested",
            "Total Applications": "financial_remedy_applications",
            "Cases starting": "",
            "Uncontested Disposals": "financial_remedy_disposals_uncontested",
            "Initially Contested Disposals": "financial_remedy_disposals_initially_contested",
            "Contested Disposals": "financial_remedy_disposals_contested",
            "Total Disposals": "financial_remedy_disposals",
            "Cases closed": "",
        },
        annual="",
    ),
    Table(
        "Table_16",
        "Applications and orders made for domestic violence remedies in England and Wales",
        {
            "Non-Molestation Orders applied for": "{}_start_orders_non_molestation",
            "Occupation Orders applied for\n[note 103]": "{}_start_orders_occupation",
            "Total Orders applied for": "{}_start_orders",
            "Applications made": "{}_applications",
            "Cases started": "",
            "Non-Molestation Orders made": "{}_end_orders_non_molestation",
            "Occupation Orders made": "{}_end_orders_occupation",
            "Orders made": "{}_end_orders",
            "Cases concluding\n[note 106]": "",
        },
        {
            "All": "domestic_violence",
            "Exparte": "domestic_violence_ex_parte",
            "On Notice": "domestic_violence_notice",
        },
        heading="Application Type\n[note 105]",
        after=True,
        annual="",
    ),
    Table(
        "Table_17",
        "Applications and disposals of Forced Marriage Protection Orders made in the High Court "
        "and county courts, England and Wales",
        {
            "Applications: Age of person to be protected - 17 and under\n[note 110]": "",
            "Applications: Applicant type - Relevant 3rd party\n[note 111][note 113]": "",
            "Total applications made": "forced_marriage_applications",
            "Total cases started\n[note 115]": "",
            "Disposals: Orders made with power of arrest attached": "",
            "Disposals: Total orders made\n[note 116]": "forced_marriage_end_orders",
            "Disposals: Other disposals": "forced_marriage_other_disposals",
            "Total disposals": "forced_marriage_disposals",
            "Total cases concluded\n[note 119][note 120]": "",
            "Notes": "",
        },
        annual="",
    ),
    Table(
        "Table_18",
        "Applications and disposals of Female Genital Mutilation Protection Orders, England and "
        "Wales",
        {
            "Applications: Age of person to be protected - Over 17": "",
            "Total applications made": "female_genital_mutilation_applications",
            "Total cases started": "",
            "Disposals: Total FGMPO orders made": "female_genital_mutilation_end_orders",
            "Disposals: Other disposals": "female_genital_mutilation_other_disposals",
            "Total disposals": "female_genital_mutilation_disposals",
            "Total cases concluded": "",
        },
    ),
    Table(
        "Table_19",
        "Applications for adoption and related orders made in courts in England and Wales",
        {
            "Adoption applications: Adopter - Male/female couple\n[note 130]": "",
            "Adoption applications: Adopter - Step parent": "",
            "Adoption applications: Total adoption applications": (
                "adoption_adoption_applications"
            ),
            "Non-Adoption applications - Placement orders": "adoption_placement_applications",
            "Non-Adoption applications - Other orders\n[note 134]": "adoption_other_applications",
            "Total applications under the Adoption and Children Act 2002": "adoption_applications",
            "Total cases started under the Adoption and Children Act 2002": "",
        },
    ),
    Table(
        "Table_20",
        "Orders issued for adoption and related orders in courts in England and Wales",
        {
            "Adoption orders: Adopter - Sole applicant": "",
            "Adoption orders: Adopted Child Sex - Female": "",
            "Adoption orders: Adopted Child Age - 1-4 years old\n[note 141]": "",
            "Adoption orders: Total adoption orders": "adoption_adoption_orders",
            "Non-Adoption orders - Placement orders": "adoption_placement_orders",
            "Non-Adoption orders - Other orders": "adoption_other_orders",
            "Other disposals of Adoption and Children Act 2002 cases": "adoption_other_disposals",
            "Total disposals under the Adoption and Children Act 2002": "adoption_disposals",
            "Total cases disposed under the Adoption and Children Act 2002": "",
        },
    ),
    Table(
        "Table_22a",
        "Deprivation of Liberty applications for children in the High Court, England and Wales",
        {
            "Cases started": "deprivation_of_liberty_start_cases",
            "Age of child: 13-15 years": "",
            "Total individual children": "deprivation_of_liberty_individual_children",
            "Total Applications Made": "deprivation_of_liberty_applications",
        },
    ),
)
ASIDE = {  # tables without figures that a board reads: the title, and the first headings
    "Table_3a": (
        (
            "Number of orders applied for in Public and Private law (Children Act) applications "
            "made in the Family courts in England and Wales, by type of order"
        ),
        ["Category", "Order category", "Order type [note 23]", "2022", "2023", "2023 Q4", "Notes"],
    ),
    "Table_3b": (
        (
            "Number of children involved in Public and Private law (Children Act) applications "
            "made in the Family courts in England and Wales, by type of order"
        ),
        ["Category", "Order category", "Order type", "2022", "2023", "2023 Q4", "Notes"],
    ),
    "Table_4a": (
        (
            "Number of orders in Public and Private law (Children Act) made in Family courts in "
            "England and Wales, by type of order"
        ),
        ["Category", "Order category", "Order type", "2022", "2023", "2023 Q4", "Notes"],
    ),
    "Table_4b": (
        (
            "Number of children involved in Public and Private law (Children Act) orders made in "
            "Family courts in England and Wales, by type of order"
        ),
        ["Category", "Order category", "Order type", "2022", "2023", "2023 Q4", "Notes"],
    ),
    "Table_10b": (
        (
            "Number of disposals and average time to first definitive disposal for new divorce law "
            "cases in England and Wales by application type and legal representation of parties"
        ),
        ["Category", "Year", "Quarter", "Applicant only - Number of Disposals"],
    ),
    "Table_12": (
        (
            "Number of cases relating to matrimonial proceedings (including civil partnerships), "
            "with selected average times, in England and Wales"
        ),
        ["Year", "Quarter", "Proceeding Type", "Case Type", "Law", "Applications"],
    ),
    "Table_12b": (
        (
            "Number of cases relating to matrimonial proceedings (including civil partnerships), "
            "for New Divorce Law, in England and Wales"
        ),
        ["Year", "Quarter", "Case", "Application Type", "Applications", "Final Orders"],
    ),
    "Table_13": (
        "Progression of divorce cases (including civil partnerships) started for England and Wales",
        ["Year", "Quarter", "Divorce cases started", "Cases reaching a hearing to date"],
    ),
    "Table_14": (
        (
            "Percentage of divorce cases (including civil partnerships) reaching certain stages, "
            "by the number of quarters since petition and stage, England and Wales"
        ),
        ["Year", "Quarter", "Stage of divorce case reached", "0 to 1 quarters after petition"],
    ),
    "Table_21": (
        "Court of Protection Applications made in England and Wales",
        ["Year", "Quarter", "Deprivation of Liberty\n[note 6]", "Other"],
    ),
    "Table_22": (
        "Court of Protection Orders made in England and Wales",
        ["Year", "Quarter", "Deprivation of Liberty", "Other"],
    ),
    "Table_23": (
        "Office of the Public Guardian applications registered in England and Wales",
        ["Year", "Quarter", "Number of deputyships appointed\n[note 12]"],
    ),
    "Table_24": (
        (
            "Number of applications made and grants issued for grants of representation in probate "
            "proceedings, by type and method of application, and grant revocations"
        ),
        ["Year", "Quarter", "Digital or Paper", "Applicant Type", "Grants revoked"],
    ),
    "Table_25": (
        (
            "Average time to grant issue for grants of representation in probate proceedings, "
            "England and Wales"
        ),
        ["Year", "Quarter", "Digital or paper", "Stopped or Not Stopped", "Probate: Grants issued"],
    ),
}
