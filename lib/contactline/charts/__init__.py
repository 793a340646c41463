"""Figures of what the views answer.

In: data frames of the views. Out: plotly figures and the map's deck, nothing of Streamlit in them.
Tables read: none of the lexicon; the shapes of data/basemap.
"""
