"""Questions to the stored tables, answered as data frames and words.

In: a ``Store`` and the visitor's filters. Out: selections and counts (``query.EventIndex``), an article as it is
read, labels, exports, escaped text. Tables of the lexicon read: ontology, countries, actors, places,
name_languages; also words.toml.
"""
