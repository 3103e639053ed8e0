import pytest

from lfjb_desk.domain.read_models.governance.people import surname_first


@pytest.mark.parametrize(
    ("name", "surname", "before"),
    [
        ("Helen Marsh", "marsh", "helen"),
        ("DJ Siskin", "siskin", ""),
        ("HHJ Ada Siskin KC", "siskin", "ada"),
        ("Her Honour Judge Nuthatch", "nuthatch", ""),
        ("Dr. Môn Jones, OBE", "jones", "mon"),
        ("Judge", "judge", ""),
        ("", "", ""),
    ],
)
def test_a_person_sorts_by_surname_whatever_stands_around_the_name(
    name: str, surname: str, before: str
) -> None:
    assert surname_first(name)[:2] == (surname, before)
