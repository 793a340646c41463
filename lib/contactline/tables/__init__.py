"""The stored tables, which separate the stages that read text from the dashboard.

In: coded articles as rows. Out: a folder of Parquet files for each build (``store.write``, ``store.read``). Tables
of the lexicon read: ontology, actors, actor_roles and places (rows named by the articles are copied).
"""
