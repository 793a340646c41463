"""What Streamlit draws: the only room that knows it. A page begins with ``context.context()``.

In: the address, the sidebar and the stored tables. Out: the elements of a page. Tables read: those of the views.
``build_on_start`` alone crosses the seam, to code articles that have changed.
"""
