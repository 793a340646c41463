"""How many characters a processor second date expressions are found and resolved in.

python bench/dates_speed.py TEXT...
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from contactline import dates
from contactline.cleaning.sentences import split
from contactline.lexicon import load
from contactline.records import Article, Document, Interval, Published

LEXICON = load()

REPEATS = 20
_WARM = "It began on Tuesday. The day after the ceasefire of 20 September, on Republic Day, he will leave."


def main() -> None:
    text = "\n\n".join(Path(p).read_text(encoding="utf-8") for p in sys.argv[1:]) * REPEATS
    document = Document(Article("speed", text), text, text, ((0, 0, len(text)),), (), split(text, LEXICON))
    day = date(2023, 9, 20)
    published = Published(day, Interval(day, day, "day"), "manifest", "")
    warm = Document(Article("warm", _WARM), _WARM, _WARM, ((0, 0, len(_WARM)),), (), split(_WARM, LEXICON))
    dates.resolve(dates.find(warm, LEXICON), warm, published, LEXICON)  # compiles the patterns
    start = time.process_time()
    found = dates.find(document, LEXICON)
    middle = time.process_time()
    dates.resolve(found, document, published, LEXICON)
    end = time.process_time()
    sys.stdout.write(
        f"{len(text):,} characters, {len(found):,} expressions: find {len(text) / (middle - start):,.0f} a"
        f" second, "
        f"find and resolve {len(text) / (end - start):,.0f} a second\n"
    )


if __name__ == "__main__":
    main()
