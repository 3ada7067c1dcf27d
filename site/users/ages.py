"""The age below which a guardian must consent (Personal Information Protection Law, article 31).

Only the year of birth is asked: it is all that the rule needs. With a year alone the rule takes the latest possible
birthday, 31 December, so that nobody under 14 slips through; some 14-year-olds are asked for consent too.
"""

from datetime import date

CONSENT_AGE = 14
OLDEST_YEARS = 120


def may_be_under_consent_age(birth_year: int, today: date) -> bool:
    """Whether somebody born in `birth_year` may still be under 14 on `today` (the local date)."""
    youngest = today.year - birth_year - (today < date(today.year, 12, 31))
    return youngest < CONSENT_AGE


def plausible_birth_years(today: date) -> range:
    """The years a living reader may have been born in."""
    return range(today.year - OLDEST_YEARS, today.year + 1)
