"""The dashboard: streamlit run dashboard.py [-- --articles PATH]"""

import streamlit as st

from contactline.app import context, jobs, router, sidebar

router.configure()
page = st.navigation(router.pages(), position="top")
jobs.ready()
index, names = context.index()
st.session_state["_filters"] = sidebar.draw(index, names)
router.mark(page)
page.run()
