"""The measures and colours of the house, and the names that Office Open XML gives to things."""

MAIN = "12436D"
LATE = "801650"
WORSE = "F46A25"
BETTER = "28A197"
PAPER = "FFFFFF"
SOFT = "3D3D3D"
INK = "0B0C0C"
RULE = "BFBFBF"
PEER = "2073BC"
HEAD_FILL = "E4ECF4"
PANEL_FILL = "F1F5F9"
MEDIUM_FILL = "ADD1F1"
BAND_FILL = "C4E6E2"
GRID = "E3E3E3"

FONT = "Arial"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument"

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(cm: float) -> int:
    """Return centimetres in twentieths of a point."""
    return round(cm * 567)


def emu(cm: float) -> int:
    """Return centimetres in English metric units, which drawings use."""
    return round(cm * 360000)
