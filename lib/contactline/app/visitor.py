"""Whether a visitor sits at the machine that serves the dashboard, by what a visitor cannot make up."""

from __future__ import annotations

import os
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

_YES = ("1", "true", "yes", "on")
_PROXIED = frozenset(
    ("forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "true-client-ip", "cf-connecting-ip")
    + ("x-original-host", "x-original-forwarded-for", "x-envoy-external-address", "x-appengine-user-ip")
)


def may_edit() -> bool:
    """Whether this visitor may write files: dates, corrections, verdicts, articles that are kept.

    CONTACTLINE_EDIT says so, or they sit at this machine.
    """
    said = os.environ.get("CONTACTLINE_EDIT")
    if said is not None:
        return said.strip().lower() in _YES
    return local(st.get_option("server.address"), _peer(), st.context.headers)


def full_texts() -> bool:
    """Whether this visitor may read articles whole: CONTACTLINE_FULL_TEXTS says so, or they sit at this machine.

    Unlike editing it does not need a server that listens to this machine alone: whoever asks from elsewhere shows
    in the other end of the connection, or in the name by which they ask.
    """
    said = os.environ.get("CONTACTLINE_FULL_TEXTS")
    if said is not None:
        return said.strip().lower() in _YES
    return local("localhost", _peer(), st.context.headers)


def local(bound: str | None, peer: str | None, headers: Mapping[str, str]) -> bool:
    """Whether nobody but this machine can have asked.

    ``bound``: the address that the server listens at (None: all of the machine's). ``peer``: the other end of the
    connection. ``headers``: of the request that opened it. All must speak for this machine: a header of a proxy
    says that somebody else may stand behind it, and a Host or Origin of another name that a page of another site
    has the visitor's own browser ask.
    """
    if any(name.lower() in _PROXIED or name.lower().startswith("x-forwarded") for name in headers):
        return False
    named = [f"//{headers.get('Host', '')}", *(headers[name] for name in ("Origin",) if name in headers)]
    return _loopback(bound) and _loopback(peer) and all(_loopback(_host(address)) for address in named)


def _peer() -> str | None:
    """The other end of the visitor's connection; None where it is not known.

    ``st.context.ip_address`` is None for this machine and for an unknown end alike, and so says nothing.
    """
    run = get_script_run_ctx()
    client = runtime.get_instance().get_client(run.session_id) if run and runtime.exists() else None
    return client.client_context.remote_ip if client and client.client_context else None


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _loopback(name: str | None) -> bool:
    if name == "localhost":
        return True
    try:
        return ip_address(name or "").is_loopback
    except ValueError:
        return False
