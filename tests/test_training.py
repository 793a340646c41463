"""The parser's training script: treebank sentences read, given other names, made noisy; the words' table sound."""

import csv
import gzip
import random
import sys
from pathlib import Path

import numpy
import pytest
from spacy.vocab import Vocab

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "training"))

import augment  # noqa: E402
import conllu  # noqa: E402
import train_parser  # noqa: E402

CONLLU = """# text = They don't trust Kars-Bank.
1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_
3.1\tever\t_\t_\t_\t_\t_\t_\t_\t_
4\ttrust\ttrust\tVERB\tVB\t_\t0\troot\t_\t_
5\tKars-Bank\tKars-Bank\tPROPN\tNNP\tNumber=Sing\t4\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
"""


def sentence(words: str) -> conllu.Sentence:
    """A sentence written as "text/POS/relation/head" a word, heads counted from 1, 0 at the root."""
    found = []
    for i, word in enumerate(words.split()):
        text, pos, dep, head = word.rsplit("/", 3)
        found.append(conllu.Word(text, pos, "", int(head) - 1 if head != "0" else i, dep))
    return tuple(found)


def told(words: conllu.Sentence | None) -> str | None:
    """The way back from sentence()."""
    if words is None:
        return None
    return " ".join(
        f"{word.text}/{word.pos}/{word.dep}/{0 if word.head == i else word.head + 1}"
        for i, word in enumerate(words)
    )


class Always(random.Random):
    """Draws everything, and the first of each choice."""

    def random(self) -> float:
        return 0.0

    def choice(self, seq):  # type: ignore[no-untyped-def]
        return seq[0]


class Never(Always):
    """Draws nothing."""

    def random(self) -> float:
        return 0.99


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> augment.Names:
    folder = tmp_path_factory.mktemp("lexicon")
    places = folder / "places.csv"
    places.write_text("# towns\nname,aliases\nKafan,Ghapan;Кафан\nold bridge,\n", encoding="utf-8")
    actors = folder / "actors.csv"
    actors.write_text(
        "name,kind,name_other\nAnna Testyan,person,\nTown Council of Kafan,government,Kafan Council\n",
        encoding="utf-8",
    )
    return augment.read_names(places, actors)


def test_reads_names_in_latin_script_that_begin_with_a_capital(names: augment.Names) -> None:
    assert names.places == ("Kafan", "Ghapan")
    assert names.persons == ("Anna Testyan",)
    assert names.organisations == ("Town Council of Kafan", "Kafan Council")


@pytest.mark.parametrize("packed", [False, True])
def test_reads_conllu(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("a.conllu.gz" if packed else "a.conllu")
    path.write_bytes(gzip.compress(CONLLU.encode()) if packed else CONLLU.encode())
    assert list(conllu.read(path)) == [
        (
            conllu.Word("They", "PRON", "Case=Nom", 3, "nsubj"),
            conllu.Word("do", "AUX", "", 3, "aux", space_after=False),
            conllu.Word("n't", "PART", "Polarity=Neg", 3, "advmod"),
            conllu.Word("trust", "VERB", "", 3, "root"),
            conllu.Word("Kars-Bank", "PROPN", "Number=Sing", 3, "obj", space_after=False),
            conllu.Word(".", "PUNCT", "", 3, "punct"),
        ),
        (conllu.Word("Yes", "INTJ", "", 0, "root"),),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1\tYes\tyes", r"a.conllu:1: 3 columns, expected 10"),
        ("1\tYes\tyes\tINTJ\tUH\t_\t7\troot\t_\t_", r"a.conllu: last line: the head of word 1 is 7, of 1 words"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        list(conllu.read(path))


def test_a_document_has_the_text_or_the_words(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    first = next(conllu.read(path))
    doc = conllu.to_doc(Vocab(), first, as_words=False)
    assert doc.text == "They don't trust Kars-Bank. "
    assert [(t.pos_, t.dep_, t.head.i, str(t.morph)) for t in doc][:4] == [
        ("PRON", "nsubj", 3, "Case=Nom"),
        ("AUX", "aux", 3, ""),
        ("PART", "advmod", 3, "Polarity=Neg"),
        ("VERB", "ROOT", 3, ""),
    ]
    assert conllu.to_doc(Vocab(), first, as_words=True).has_unknown_spaces


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mary/PROPN/nsubj/3 Poe/PROPN/flat/1 slept/VERB/root/0", [(0, 2, 0, "persons")]),
        (
            "Prime/ADJ/amod/2 Minister/PROPN/nmod:desc/3 Poe/PROPN/nsubj/4 slept/VERB/root/0",
            [(2, 3, 2, "any")],
        ),
        ("the/DET/det/2 Senate/PROPN/nsubj/3 slept/VERB/root/0", [(1, 2, 1, "organisations")]),
        ("He/PRON/nsubj/2 slept/VERB/root/0 in/ADP/case/4 Oslo/PROPN/obl/2", [(3, 4, 3, "places")]),
        (
            "in/ADP/case/4 the/DET/det/4 United/ADJ/amod/4 States/PROPN/root/0",
            [(2, 4, 3, "organisations")],
        ),
        ("Al/PROPN/root/0 -/PUNCT/punct/3 Zaman/PROPN/flat/1 said/VERB/acl/1", [(0, 3, 0, "persons")]),
        ("He/PRON/nsubj/2 slept/VERB/root/0 Monday/PROPN/obl:unmarked/2", []),
        ("in/ADP/case/2 May/PROPN/obl/3 slept/VERB/root/0", []),
        # two words of the run hang on the outside: no single name
        ("Poe/PROPN/nsubj/3 Monday/PROPN/obl:unmarked/3 slept/VERB/root/0", []),
    ],
)
def test_runs(words: str, expected: list[tuple[int, int, int, str]], names: augment.Names) -> None:
    assert [(r.start, r.end, r.head, r.kind) for r in augment.runs(sentence(words), names)] == expected


def test_plural_peoples_are_runs_of_their_own_kind(names: augment.Names) -> None:
    words = (
        conllu.Word("Peruvians", "PROPN", "Number=Plur", 1, "nsubj"),
        conllu.Word("slept", "VERB", "", 1, "root"),
    )
    assert augment.runs(words, names) == (augment.Run(0, 1, 0, "demonyms"),)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Mary/PROPN/nsubj/3 Poe/PROPN/flat/1 left/VERB/root/0 Oslo/PROPN/obj/3",
            "Bush/PROPN/nsubj/2 left/VERB/root/0 Microsoft/PROPN/obj/2",
        ),
        (
            "“/PUNCT/punct/2 Stop/VERB/root/0 !/PUNCT/punct/2 ”/PUNCT/punct/2",
            "Stop/VERB/root/0 !/PUNCT/punct/1",
        ),
        (
            "Some/DET/det/3 Peruvian/ADJ/amod/3 troops/NOUN/nsubj/4 fled/VERB/root/0",
            "Some/DET/det/2 Armenian_troops/NOUN/nsubj/3 fled/VERB/root/0",
        ),
        (
            "They/PRON/nsubj/2 fled/VERB/root/0 on/ADP/case/4 June/PROPN/obl/2 5/NUM/nummod/4",
            "They/PRON/nsubj/2 fled/VERB/root/0",
        ),
        ("They/PRON/nsubj/2 fled/VERB/root/0 very/ADV/advmod/4 fast/ADV/advmod/2", None),
        ("Poe/PROPN/nsubj/2 fled/VERB/root/0 ./PUNCT/punct/2", None),  # shorter than a sentence worth a copy
    ],
)
def test_substitute(
    words: str, expected: str | None, names: augment.Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(augment, "DOMAIN_WORDS", 0.0)
    drawn = Always()
    kinds = ("organisations",)
    drawn.choice = lambda seq: kinds[0] if seq == ("places", "persons", "organisations") else seq[0]  # type: ignore[method-assign]
    assert told(augment.substitute(sentence(words), names, drawn)) == expected
    assert augment.substitute(sentence(words), names, Never()) is None


def test_the_same_seed_gives_the_same_copy(names: augment.Names) -> None:
    words = sentence("Mary/PROPN/nsubj/3 Poe/PROPN/flat/1 left/VERB/root/0 Oslo/PROPN/obj/3")
    copies = [[augment.substitute(words, names, random.Random(seed)) for seed in range(20)] for _ in range(2)]
    assert copies[0] == copies[1]
    assert len(set(copies[0])) > 3


LEFT = "He/PRON/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2"


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (augment.lower(sentence(LEFT)), "he/PRON/nsubj/2 left/VERB/root/0 ./PUNCT/punct/2"),
        (augment.headline(sentence(LEFT)), "He/PRON/nsubj/2 Left/VERB/root/0"),
        (augment.unstopped(sentence(LEFT)), "He/PRON/nsubj/2 left/VERB/root/0"),
        (augment.unstopped(sentence("./PUNCT/root/0")), "./PUNCT/root/0"),
        (augment.without(sentence(LEFT), {1}), LEFT),  # the root cannot go while words hang on it
        (
            augment.glue(sentence(LEFT), sentence("Go/VERB/root/0 on/ADV/advmod/1")),
            f"{LEFT} Go/VERB/parataxis/2 on/ADV/advmod/4",
        ),
        (
            augment.merge(sentence("Old/ADJ/amod/2 Town/PROPN/nsubj/3 fell/VERB/root/0"), [(0, 2, 1, "Old_Town")]),
            "Old_Town/PROPN/nsubj/2 fell/VERB/root/0",
        ),
    ],
)
def test_noise(made: conllu.Sentence, expected: str) -> None:
    assert told(made) == expected


def test_glued_sentences_have_no_space_between() -> None:
    made = augment.glue(sentence(LEFT), sentence("Go/VERB/root/0"))
    assert [word.space_after for word in made] == [True, True, False, True]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in/ADP/case/2 1999/NUM/obl/3 fled/VERB/root/0", [{0, 1}]),
        ("fled/VERB/root/0 Tuesday/PROPN/obl:unmarked/1", [{1}]),
        ("with/ADP/case/2 1999/NUM/obl/3 fled/VERB/root/0", []),  # no date: 1,999 of something
        ("fled/VERB/root/0 1999/NUM/obl/1", []),
        ("the/DET/det/2 Tuesday/PROPN/obl/5 when/ADV/advmod/4 rained/VERB/acl:relcl/2 fled/VERB/root/0", []),
    ],
)
def test_dates(words: str, expected: list[set[int]], names: augment.Names) -> None:
    assert augment.dates(sentence(words), names) == expected


def worded(text: str, pos: str, dep: str, head: int, features: str = "") -> conllu.Word:
    return conllu.Word(text, pos, features, head, dep)


THIRD = "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
PAST = "Tense=Past|VerbForm=Fin"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (  # transitive, plural object
            [worded("We", "PRON", "nsubj", 1), worded("ate", "VERB", "root", 1, PAST)]
            + [worded("pies", "NOUN", "obj", 1, "Number=Plur"), worded(".", "PUNCT", "punct", 1)],
            "We abandoned activists .",
        ),
        (  # intransitive; the article goes with the new noun
            [worded("An", "DET", "det", 2), worded("old", "ADJ", "amod", 2, "Degree=Pos")]
            + [worded("cat", "NOUN", "nsubj", 3), worded("sleeps", "VERB", "root", 3, THIRD)],
            "An armed activist advances",
        ),
        (
            [worded("a", "DET", "det", 1), worded("cat", "NOUN", "nsubj:pass", 3)]
            + [worded("was", "AUX", "aux:pass", 3), worded("seen", "VERB", "root", 3, "Tense=Past|VerbForm=Part")],
            "an activist was abandoned",
        ),
        (  # frames with a clause or a particle, and comparatives, stay
            [worded("She", "PRON", "nsubj", 1), worded("said", "VERB", "root", 1, PAST)]
            + [worded("so", "ADV", "ccomp", 1), worded("older", "ADJ", "amod", 1, "Degree=Cmp")],
            "She said so older",
        ),
    ],
)
def test_domain_words(words: list[conllu.Word], expected: str, names: augment.Names) -> None:
    made = augment.with_domain_words(tuple(words), names, Always())
    assert " ".join(word.text for word in made) == expected
    assert [(word.head, word.dep) for word in made] == [(word.head, word.dep) for word in words]


@pytest.mark.parametrize("table", ["words", "nouns", "verbs"])
def test_the_tables_are_sorted_and_have_no_doubles(table: str) -> None:
    with open(augment.WORDS.with_name(f"{table}.csv"), newline="", encoding="utf-8") as lines:
        rows = list(csv.reader(line for line in lines if not line.startswith("#")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert rows[1:] == [list(row) for row in sorted({tuple(row) for row in rows[1:]})]
    # only demonyms have a plural in words.csv; the other tables have no empty cell
    assert [row for row in rows[1:] if (row[-1] == "") != (table == "words" and row[0] != "demonym")] == []


def test_weights_are_rounded_to_the_nearest_bfloat16() -> None:
    exact = numpy.array([0.0, 1.0, -2.5, 1 + 2**-7], dtype=numpy.float32)
    between = numpy.array([1 + 2**-9, 1 + 2**-8 + 2**-9, -1 - 2**-10], dtype=numpy.float32)
    assert train_parser.rounded(exact).tolist() == exact.tolist()
    assert train_parser.rounded(between).tolist() == [1.0, 1 + 2**-7, -1.0]
