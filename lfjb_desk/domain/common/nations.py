"""The nations, spelled as the Ministry of Justice publishes them."""

ENGLAND = "England"
WALES = "Wales"
ENGLAND_AND_WALES = "England and Wales"
"""The nation under which the Ministry of Justice publishes."""
