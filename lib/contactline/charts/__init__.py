"""Figures drawn from the results of the views.

In: data frames of the views. Out: plotly figures and the map's pydeck; nothing of Streamlit. No table of the
lexicon is read, only the shapes in data/basemap.
"""
