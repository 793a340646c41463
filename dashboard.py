"""The dashboard: streamlit run dashboard.py [-- --articles PATH]

Streamlit imports this file once, as it starts, for the server; and runs it for each visitor.
"""

import streamlit as st

if __name__ == "__main__":
    from contactline.app import build_on_start, changes, context, correct, router, sidebar

    router.configure()
    page = st.navigation(router.menu(), position="top")
    router.forward(page)
    build_on_start.ensure_built()
    index, options = context.index()
    correct.last_saved()
    st.session_state["_filters"] = sidebar.draw(index, options, page.url_path)
    changes.sign(index.store)
    router.mark(page)
    page.run()
else:
    from starlette.middleware import Middleware

    from contactline.app import browser, outside
    from contactline.app.headers import Headers

    outside.ask_nobody()
    app = st.App(__file__, middleware=[Middleware(Headers)], routes=[browser.route()])
