"""Runs the 1EdTech Open Badges 2.0 validator (openbadges 1.1.2), asked and answering as answer_questions.py says.

In:  {"input": URL, JWS or JSON text} or {"image": base64 of a PNG}, and optionally
     {"recipient": {"email": [...]}, "documents": {URL: text}}.
Out: {"report": the validator's report, "graph": [...], "fetched": [URL, ...]} or {"error": text}.
Nothing leaves the machine: only the given documents, the Open Badges context and loopback addresses are answered.
"""
import base64
import io
import os
import sys
from urllib.parse import urlparse

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../src/edges/second-opinion"))
sys.dont_write_bytecode = True

import ask_openbadges
import defusedxml.minidom
import jose.jwk
import language_tags.tags
import requests.adapters

from answer_questions import answer_questions

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class GivenOrHere(ask_openbadges.GivenDocuments):
    """Lets loopback through as well."""

    def beyond(self, request, **options):
        if urlparse(request.url).hostname in LOOPBACK:
            return requests.adapters.HTTPAdapter.send(self, request, **options)
        return super().beyond(request, **options)


def answer(question):
    documents = question.get("documents", {})
    fetched = []
    ask_openbadges.mount_everywhere(lambda: GivenOrHere(documents, fetched, []))
    ask_openbadges.serve_contexts(documents)
    from openbadges import verifier

    if "image" in question:
        badge = io.BytesIO(base64.b64decode(question["image"]))
        badge.name = "badge.png"
    else:
        badge = question["input"]
    result = verifier.verify(badge, recipient_profile=question.get("recipient"))
    return {"report": result["report"], "graph": result["graph"], "fetched": fetched}


# Not the validator itself: what it makes when it is loaded must meet what `answer` has mounted.
answer_questions(answer)
