"""Streamlit's server asks checkip.amazonaws.com for the address of its machine: here it does not."""

from __future__ import annotations

from streamlit import net_util


def ask_nobody() -> None:
    """Make Streamlit take the machine's address on the internet as unknown.

    It would ask for it whenever the page of another site connects. Such a connection is refused either way, and
    pages of this server are let in before that. As it starts it asks, too, unless ``browser.serverAddress`` is set
    in .streamlit/config.toml.
    """
    net_util.get_external_ip = lambda: None
