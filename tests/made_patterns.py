"""A lexicon with a few names and patterns of our own, whose line numbers stay what they are."""

from __future__ import annotations

import made_lexicon

from contactline.lexicon import Lexicon

PLACE_NAMES = """name,place_id,form,strength,near,article
Goris,goris,name,strong,,
Talish,talish,name,weak,village,karabakh
"""
ACTOR_NAMES = """name,actor_id,form,strength,near,article
Azerbaijan,azerbaijan,name,strong,,
Armenia,armenia,name,strong,,
Russia,russia,name,strong,,
"""
HEADER = "pattern_id,type,mode,pos,trigger,frame,source,target,sided,inner,example,expect"


def lexicon(*patterns: str) -> Lexicon:
    return made_lexicon.with_tables(
        patterns="\n".join([HEADER, *patterns, ""]), place_names=PLACE_NAMES, actor_names=ACTOR_NAMES
    )


SHELL = "assault-shell,ASSAULT,heavy-weapons,v,shell,,,,,,x,-"
