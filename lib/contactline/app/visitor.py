"""Whether a visitor sits at the machine that runs the server, found from facts that a visitor cannot forge."""

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
    """Whether this visitor may write files: dates, corrections, verdicts, saved articles.

    True where CONTACTLINE_EDIT says so, or for a visitor at this machine.
    """
    said = os.environ.get("CONTACTLINE_EDIT")
    if said is not None:
        return said.strip().lower() in _YES
    return local(st.get_option("server.address"), _peer(), st.context.headers)


def full_texts() -> bool:
    """Whether this visitor may read whole articles: where CONTACTLINE_FULL_TEXTS says so, or at this machine.

    Unlike for editing, the server may listen to other machines too: a visitor from elsewhere is recognised by the
    other end of the connection, or by the host name in the request.
    """
    said = os.environ.get("CONTACTLINE_FULL_TEXTS")
    if said is not None:
        return said.strip().lower() in _YES
    return local("localhost", _peer(), st.context.headers)


def local(bound: str | None, peer: str | None, headers: Mapping[str, str]) -> bool:
    """Whether only somebody at this machine can have sent the request.

    ``bound``: the address at which the server listens (None: all addresses of the machine). ``peer``: the other
    end of the connection. ``headers``: those of the request that opened it. All three must point to this machine:
    a proxy's header says that somebody else may be behind it, and a Host or Origin with another name means that a
    page of another site may have made the visitor's browser send the request.
    """
    if any(name.lower() in _PROXIED or name.lower().startswith("x-forwarded") for name in headers):
        return False
    named = [f"//{headers.get('Host', '')}", *(headers[name] for name in ("Origin",) if name in headers)]
    return _loopback(bound) and _loopback(peer) and all(_loopback(_host(address)) for address in named)


def _peer() -> str | None:
    """The other end of the visitor's connection; None where it is unknown.

    ``st.context.ip_address`` cannot be used: it is None both for this machine and where it is unknown.
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
