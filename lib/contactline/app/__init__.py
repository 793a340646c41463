"""What Streamlit draws; the only folder that imports it. Every page begins with ``context.context()``.

In: the address, the sidebar and the stored tables. Out: the elements of a page. Tables of the lexicon read: those
of the views. Only ``build_on_start`` imports the stages that read text, to code articles that have changed.
"""
