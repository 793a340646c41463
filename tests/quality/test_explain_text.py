"""An explanation as it is printed, whole."""

from __future__ import annotations

import made_lexicon
import pytest

from contactline.quality import explain, explain_text

LEXICON = made_lexicon.with_tables(
    patterns="""pattern_id,type,mode,pos,trigger,frame,source,target,sided,inner,example,expect
assault-shell-gun,ASSAULT,,v,shell,with=gun,,,,,x,-
assault-shell,ASSAULT,heavy-weapons,v,shell,,,,,,x,-
assault-shell-late,ASSAULT,,v,shell,,,,,,x,-
""",
    place_names="""name,place_id,form,strength,near,article
Goris,goris,name,strong,,
""",
    actor_names="""name,actor_id,form,strength,near,article
Azerbaijan,azerbaijan,name,strong,,
""",
)

ATTACK = """\
Azerbaijan shelled Goris on Sunday, killing two people.

Names
  Azerbaijan: actor azerbaijan (AZE), name; strong name, actor_names.csv, line 2
  Goris: place goris (ARM), name; strong name, place_names.csv, line 2

Dates
  Sunday: 2020-10-04; 2020-10-04, counted from the day of the article

Parse
  0  Azerbaijan  PROPN  nsubj   of 1 shelled
  1  shelled     VERB   ROOT    root
  2  Goris       PROPN  obj     of 1 shelled
  3  on          NUM    date    of 2 Goris
  4  Sunday      NUM    date    of 2 Goris
  5  ,           PUNCT  punct   of 6 killing
  6  killing     VERB   advcl   of 1 shelled
  7  two         NUM    nummod  of 8 people
  8  people      NOUN   obj     of 6 killing
  9  .           PUNCT  punct   of 1 shelled

Patterns
  shelled (VERB): subj=Azerbaijan, obj=Goris, -clause=killing
    assault-shell-gun (ASSAULT): needs with=gun; no with
    assault-shell (ASSAULT): fired
    not tried, since one before them fired: assault-shell-late
    -> an event

Events
  ASSAULT heavy-weapons: 'shelled', pattern assault-shell
    source      Azerbaijan: azerbaijan (AZE), slot subj
    target      Goris: open (ARM), slot obj
    status      reported: told as a fact
    told as     fact
    date        2020-10-04: in its clause, 'Sunday'
    place       goris: in its clause
    toll        killed 2 (2 to 2, increment), injured unknown: 'killing two people'
    confidence  0.80, which is 0.95 with these deductions:
                -0.05 a source or target that the words do not name outright
                -0.10 a pattern that asks for nothing but its word
"""

TWO_SENTENCES = """\
It rained.

Names
  none

Dates
  none

Not parsed: no word of it is a trigger of patterns.csv.

It rained again.

Names
  none

Dates
  none

Not parsed: no word of it is a trigger of patterns.csv.
"""


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param(
            "Azerbaijan shelled Goris on Sunday, killing two people.", "2020-10-05", ATTACK, id="an event"
        ),
        pytest.param("It rained. It rained again.", None, TWO_SENTENCES, id="two sentences without a trigger"),
        pytest.param("", None, "No sentence is left.\n", id="nothing"),
    ],
)
def test_an_explanation_is_printed_whole(text: str, published: str | None, expected: str) -> None:
    found = explain.explain(text, LEXICON, published)

    assert "".join(f"{line}\n" for line in explain_text.lines(found)) == expected


def test_what_was_removed_and_the_language_come_first() -> None:
    french = "Le ministre a déclaré que les deux pays avaient signé un accord de paix lundi soir à Goris. " * 3

    lines = list(explain_text.lines(explain.explain(f"Skip to content\n\n{french}", LEXICON)))

    assert lines[0].startswith("Removed before reading (")
    assert lines[0].endswith("): Skip to content")
    assert lines[1] == "Taken for another language (fr): only English is coded."
