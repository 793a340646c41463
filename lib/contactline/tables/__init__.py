"""The stored tables: the seam between text and dashboard.

In: coded articles as rows. Out: one folder of Parquet files a build (``store.write``), read back by ``store.read``.
Tables read: ontology, actors, actor_roles, places (copied into the build where the articles name them).
"""
