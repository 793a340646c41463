"""Train the parser of data/parser on Universal Dependencies treebanks, and measure it.

    python training/train_parser.py train --train A.conllu.gz --train B.conllu.gz --dev C.conllu.gz --output OUT
    python training/train_parser.py pack OUT/model-best NEW
    python training/train_parser.py evaluate NEW TEST.conllu.gz

README.md here says where the treebanks come from. Everything is drawn with a fixed seed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import cast

import augment
import click
import conllu
import numpy
import spacy
from numpy.typing import NDArray
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import load_config
from spacy.vocab import Vocab

FloatArray = NDArray[numpy.float32]

ROOT = Path(__file__).resolve().parents[1]
CONFIG = Path(__file__).with_name("config.cfg")
SEED = 0
RESUMED_RATE = 0.7  # of the learning rate, where trained weights are gone on with
COPIES = 1  # of each sentence that has something to replace
LOWER, HEADLINE, UNSTOPPED, GLUED = 0.02, 0.03, 0.06, 0.03  # shares of the sentences

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


def corpus(sentences: Iterable[conllu.Sentence], names: augment.Names, rng: random.Random) -> Iterator[Doc]:
    """The documents to train on: each sentence, plain or with noise, and its copies with other names in it."""
    vocab = Vocab()
    before: conllu.Sentence | None = None
    for sentence in sentences:
        yield conllu.to_doc(vocab, _noisy(sentence, before, rng), as_words=False)
        for _ in range(COPIES):
            copy = augment.substitute(sentence, names, rng)
            if copy:
                yield conllu.to_doc(vocab, _noisy(copy, None, rng), as_words=True)
        before = sentence


def _noisy(sentence: conllu.Sentence, before: conllu.Sentence | None, rng: random.Random) -> conllu.Sentence:
    drawn = rng.random()
    for share, noise in ((LOWER, augment.lower), (HEADLINE, augment.headline), (UNSTOPPED, augment.unstopped)):
        if drawn < share:
            return noise(sentence)
        drawn -= share
    if drawn < GLUED and before and before[-1].text == ".":
        return augment.glue(before, sentence)
    return sentence


def measure(nlp: Language, docs: list[Doc]) -> dict[str, float]:
    """Accuracy on annotated documents of one sentence each, as fractions, and tokens a second of processor time.

    The borders are given to the parser, as the coder gives it one sentence at a time. Punctuation does not count
    for the attachment scores (spaCy's Scorer.score_deps).
    """
    predicted = [nlp.make_doc(doc.text) if not doc.has_unknown_spaces else _copy(nlp, doc) for doc in docs]
    for doc in predicted:
        for token in doc[1:]:
            token.is_sent_start = False
    begun = time.process_time()
    predicted = list(nlp.pipe(predicted, batch_size=256))
    seconds = time.process_time() - begun
    examples = [Example(found, doc) for found, doc in zip(predicted, docs, strict=True)]
    arcs = Scorer.score_deps(
        examples, "dep", ignore_labels=("p", "punct"), getter=lambda token, _: token.dep_.lower()
    )
    tags = Scorer.score_token_attr(examples, "pos")
    return {
        "pos": tags["pos_acc"],
        "uas": arcs["dep_uas"],
        "las": arcs["dep_las"],
        "tokens_a_second": sum(map(len, predicted)) / seconds,
    }


def _copy(nlp: Language, doc: Doc) -> Doc:
    return Doc(nlp.vocab, words=[token.text for token in doc])


@click.group()
def main() -> None:
    """Train and measure the parser."""


def _name_options(command: click.decorators.FC) -> click.decorators.FC:
    for option, table in (("--actors", "actors"), ("--places", "places")):
        default = ROOT / "data" / "lexicon" / f"{table}.csv"
        command = click.option(option, type=FILE, default=default, help=f"Table of {table}.")(command)
    return command


@main.command()
@click.option("--train", "train_paths", type=FILE, multiple=True, required=True, help="CoNLL-U; may be repeated.")
@click.option("--dev", "dev_paths", type=FILE, multiple=True, required=True, help="CoNLL-U; may be repeated.")
@click.option("--output", type=FOLDER, required=True, help="Gets corpus/, model-best/ and model-last/.")
@click.option("--steps", type=click.IntRange(1), default=8000, show_default=True, help="Batches of 1,000 words.")
@click.option("--start", type=FOLDER, help="Go on from this model's weights rather than from chance.")
@_name_options
def train(
    train_paths: tuple[Path, ...],
    dev_paths: tuple[Path, ...],
    output: Path,
    steps: int,
    start: Path | None,
    places: Path,
    actors: Path,
) -> None:
    """Augment the treebanks and train on them."""
    rng = random.Random(SEED)
    names = augment.read_names(places, actors)
    folder = output / "corpus"
    folder.mkdir(parents=True, exist_ok=True)
    sentences = chain.from_iterable(map(conllu.read, train_paths))
    DocBin(docs=corpus(sentences, names, rng), store_user_data=False).to_disk(folder / "train.spacy")
    vocab = Vocab()
    dev = (conllu.to_doc(vocab, s, as_words=False) for s in chain.from_iterable(map(conllu.read, dev_paths)))
    DocBin(docs=dev).to_disk(folder / "dev.spacy")

    config = load_config(CONFIG)
    if start:
        for component in config["nlp"]["pipeline"]:
            config["components"][component] = {"source": str(start.resolve())}
        config["training"]["optimizer"]["learn_rate"]["initial_rate"] *= RESUMED_RATE
    config.to_disk(output / "config.cfg")
    spacy_train(
        output / "config.cfg",
        output,
        overrides={
            "paths.train": str(folder / "train.spacy"),
            "paths.dev": str(folder / "dev.spacy"),
            "training.max_steps": steps,
            "training.optimizer.learn_rate.total_steps": steps,
            "system.seed": SEED,
        },
    )


@main.command()
@click.argument("model", type=FOLDER)
@click.argument("output", type=FOLDER)
def pack(model: Path, output: Path) -> None:
    """Write MODEL to OUTPUT as it is shipped: small when compressed, without this machine's paths.

    The weights are rounded to bfloat16's precision (they stay 32-bit floats; their last 16 bits are zero, which
    version control and archives pack away), and the vocabulary of the training text is left out: the labels
    bring the strings that are needed.
    """
    nlp = spacy.load(model)
    for _, component in nlp.pipeline:
        for node in cast(TrainablePipe, component).model.walk():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, rounded(node.get_param(name)))
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.meta.update(
        name="contactline_ud",
        license="CC BY-SA 4.0",
        description="Universal Dependencies of English; trained on UD English EWT and GUM, see README.md",
    )
    nlp.meta["performance"] = {k: v for k, v in nlp.meta["performance"].items() if not isinstance(v, dict)}
    nlp.to_disk(output)
    (output / "vocab" / "strings.json").write_text("[]\n", encoding="utf-8")


def rounded(weights: FloatArray) -> FloatArray:
    """32-bit floats rounded to the nearest that bfloat16 can hold (8 bits of precision, the same range)."""
    bits = weights.view(numpy.uint32)
    return ((bits + (1 << 15)) & numpy.uint32(0xFFFF0000)).view(numpy.float32)


@main.command()
@click.argument("model", type=FOLDER)
@click.argument("tests", type=FILE, nargs=-1, required=True)
@click.option("--names/--no-names", "with_names", default=False, help="On copies with other names in them.")
@_name_options
def evaluate(model: Path, tests: tuple[Path, ...], with_names: bool, places: Path, actors: Path) -> None:
    """Accuracy and speed of MODEL on annotated sentences that it was not trained on."""
    nlp = spacy.load(model)
    sentences = list(chain.from_iterable(map(conllu.read, tests)))
    if with_names:
        rng = random.Random(SEED)
        names = augment.read_names(places, actors)
        copies = [augment.substitute(sentence, names, rng) for sentence in sentences]
        sentences = [copy for copy in copies if copy]
    docs = [conllu.to_doc(nlp.vocab, sentence, as_words=with_names) for sentence in sentences]
    figures = measure(nlp, docs)
    click.echo(
        f"{len(docs)} sentences  POS {figures['pos']:.2%}  UAS {figures['uas']:.2%}  LAS {figures['las']:.2%}"
        f"  {figures['tokens_a_second']:,.0f} tokens/s"
    )


if __name__ == "__main__":
    main()
