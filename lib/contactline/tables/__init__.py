"""The stored tables: the seam between text and dashboard.

In: coded articles as rows. Out: a folder of Parquet files for each build (``store.write``, ``store.read``).
Tables read: ontology, actors, actor_roles, places (copied into the build where the articles name them).
"""
