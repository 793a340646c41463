"""Landmarks made by hand in place of those of the lexicon, for tests of dating."""

from __future__ import annotations

from made_lexicon import with_tables

from contactline.lexicon import Lexicon

TABLE = """landmark_id,name,date_start,date_end,kind,parties,place,cues,weak_cues,importance
hill-war,The Hill War,2031-03-03,2031-04-20,war,ARM;AZE,Nagorno-Karabakh,hill war,red ridge;the old mill;burnt bridge,1
hill-truce,The Truce,2031-04-21,2031-04-21,ceasefire,ARM;AZE,,truce of the hill,the old mill,1
river-pact,The River Pact,2031-06-02,2031-06-02,agreement,ARM,,river pact,,2
far-vote,A vote far away,2031-05-05,2031-05-05,other,FRA,,far vote,,3
hill-meeting,The Hill Meeting,2031-07-07,2031-07-07,meeting,ARM;AZE,Vienna,hill meeting,,2
tents,500 tents,2031-05-20,2031-05-20,count,AZE,,500 tents,,3
"""

LAGS = """told_as,days,median,articles
date,5,0,20
landmark,9,2,4
landmark_and_days,7,1,9
statement,6,0,11
weekday_and_date,6,0,7
"""


def lexicon(**tables: str) -> Lexicon:
    """The lexicon with this chronology and these lags, and other tables replaced."""
    return with_tables(**{"chronology": TABLE, "publication_lags": LAGS, **tables})
