"""The dashboard: streamlit run dashboard.py [-- --articles PATH]"""

import streamlit as st

from contactline.app import build_on_start, context, router, sidebar

router.configure()
page = st.navigation(router.pages(), position="top")
build_on_start.ready()
index, names = context.index()
st.session_state["_filters"] = sidebar.draw(index, names)
router.mark(page)
page.run()
