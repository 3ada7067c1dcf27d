"""Who needs a guardian's consent: with a year alone, whoever may still be 13."""

from datetime import date

import pytest

from users.ages import may_be_under_consent_age, plausible_birth_years


@pytest.mark.parametrize(
    ("birth_year", "today", "needed"),
    [
        (2012, date(2026, 1, 1), True),  # 13 until the birthday, which may be on 31 December
        (2012, date(2026, 12, 30), True),
        (2012, date(2026, 12, 31), False),  # the latest possible birthday has come
        (2011, date(2026, 1, 1), False),
        (2011, date(2025, 12, 30), True),
        (2013, date(2026, 12, 31), True),
        (2026, date(2026, 6, 1), True),
        (1950, date(2026, 6, 1), False),
    ],
)
def test_the_careful_side(birth_year, today, needed):
    assert may_be_under_consent_age(birth_year, today) is needed


def test_years_somebody_may_be_born_in():
    years = plausible_birth_years(date(2026, 6, 1))
    assert 2026 in years and 1906 in years
    assert 2027 not in years and 1905 not in years
