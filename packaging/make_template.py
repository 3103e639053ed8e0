"""Makes the house template anew, at templates/house.docx."""

from datetime import date
from pathlib import Path

from lfjb_desk.word.writing.house import house_template
from lfjb_desk.word.writing.package import save

HOUSE = Path(__file__).parents[1] / "templates/house.docx"
MADE = date(2026, 11, 22)


if __name__ == "__main__":
    save(HOUSE, house_template(MADE))
    print(f"Wrote {HOUSE}")
