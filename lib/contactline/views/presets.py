"""Periods that a reader can choose with one click: wars and the blockade from the chronology, and the last
month.
"""

from __future__ import annotations

from datetime import date, timedelta

from contactline.lexicon import Lexicon, derived

MONTH = timedelta(days=30)


@derived
def presets(lexicon: Lexicon) -> dict[str, tuple[date, date]]:
    """The periods of the table ``presets`` by name, each as its first and last day."""
    days = {row["landmark_id"]: (row["date_start"], row["date_end"]) for row in lexicon.rows("chronology")}
    return {
        row["name"]: (date.fromisoformat(days[row["first"]][0]), date.fromisoformat(days[row["last"]][1]))
        for row in lexicon.rows("presets")
    }


def last_month(last: date) -> tuple[date, date]:
    """The 31 days that end with a day."""
    return last - MONTH, last
