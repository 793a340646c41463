"""The dashboard's parts: the only modules that know Streamlit. A page begins with ``context.context()``."""
