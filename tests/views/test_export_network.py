"""Networks as networkx, and so Gephi, reads them."""

from __future__ import annotations

import io
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from made_exports import exported

from contactline.views import export

READERS = {"gexf": nx.read_gexf, "graphml": nx.read_graphml}


@pytest.fixture(scope="module")
def dyads(tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    return export.flat(exported(tmp_path_factory.mktemp("t")), "dyads")


@pytest.mark.parametrize("form", export.NETWORKS)
def test_actors_are_nodes_and_acts_are_edges(dyads: pd.DataFrame, form: str) -> None:
    graph = READERS[form](io.BytesIO(export.render(dyads, form)))

    assert {key: (facts["label"], facts["country"]) for key, facts in graph.nodes(data=True)} == {
        "iran": ("Iran", "IRN"),
        "putin": ("Putin", "RUS"),
        "NKR:NKR": ("NKR", "NKR"),
    }
    edges = {
        (a, b): (f["weight"], f["events"], f["material_conflict"], f["first"])
        for a, b, f in graph.edges(data=True)
    }
    assert edges == {
        ("iran", "NKR:NKR"): (0.5, 1, 1, "2020-10-04"),
        ("putin", "NKR:NKR"): (0.5, 1, 1, "2020-10-04"),
        ("putin", "iran"): (1.0, 1, 0, "2020-10-01"),
    }


def test_equal_rows_make_equal_files(dyads: pd.DataFrame) -> None:
    assert b"lastmodified" not in export.render(dyads, "gexf")


def test_signs_that_xml_does_not_know_are_left_out(dyads: pd.DataFrame) -> None:
    graph = nx.read_gexf(io.BytesIO(export.render(dyads.assign(source="a\x01<b>"), "gexf")))

    assert graph.nodes["putin"]["label"] == "a<b>"


def test_no_pairs_make_an_empty_network(dyads: pd.DataFrame) -> None:
    assert len(nx.read_graphml(io.BytesIO(export.render(dyads.iloc[:0], "graphml")))) == 0


def test_only_pairs_are_a_network(tmp_path: Path) -> None:
    with pytest.raises(export.ExportError, match="gexf is for dyads"):
        export.render(export.flat(exported(tmp_path / "t"), "events"), "gexf")
