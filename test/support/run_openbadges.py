"""Runs the 1EdTech Open Badges 2.0 validator (openbadges 1.1.2), asked by JSON on standard input, answering JSON.

In:  {"input": URL, JWS or JSON text} or {"image": base64 of a PNG}, and optionally
     {"recipient": {"email": [...]}, "documents": {URL: text}}.
Out: {"report": the validator's report, "graph": [...], "fetched": [URL, ...]} or {"error": text}.
Nothing leaves the machine: only the given documents, the Open Badges context and loopback addresses are answered.
"""
import base64
import collections
import collections.abc
import contextlib
import io
import json
import sys
import traceback
from urllib.parse import urlparse

# python-jose 3.0.1 still takes these names from the module they left in Python 3.10.
for _name in collections.abc.__all__:
    if not hasattr(collections, _name):
        setattr(collections, _name, getattr(collections.abc, _name))

import requests
import requests.adapters
import urllib3

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class LocalAdapter(requests.adapters.HTTPAdapter):
    """Answers the given documents, lets loopback through and refuses every other address."""

    def __init__(self, documents, fetched):
        super().__init__()
        self.documents = documents
        self.fetched = fetched

    def send(self, request, **options):
        self.fetched.append(request.url)
        document = self.documents.get(request.url)
        if document is not None:
            raw = urllib3.HTTPResponse(
                body=io.BytesIO(document.encode("utf-8")),
                headers={"Content-Type": "application/ld+json"},
                status=200,
                preload_content=False,
            )
            return self.build_response(request, raw)
        if urlparse(request.url).hostname in LOOPBACK:
            return super().send(request, **options)
        raise requests.ConnectionError("not on this machine: %s" % request.url)


def keep_on_this_machine(documents, fetched):
    begin = requests.Session.__init__

    def begin_locally(self, *args, **options):
        begin(self, *args, **options)
        self.trust_env = False
        self.mount("http://", LocalAdapter(documents, fetched))
        self.mount("https://", LocalAdapter(documents, fetched))

    requests.Session.__init__ = begin_locally


def serve_contexts(documents):
    """The loader must answer contexts itself: the validator's own goes around sessions made on import."""
    from openbadges.verifier import utils
    from openbadges.verifier.openbadges_context import OPENBADGES_CONTEXT_V2_DICT

    known = {"https://w3id.org/openbadges/v2": json.dumps(OPENBADGES_CONTEXT_V2_DICT), **documents}
    fetch = utils.CachableDocumentLoader.__call__

    def load(self, url):
        if url in known:
            # What the original notes: contexts with inline terms may belong to an extension.
            context = json.loads(known[url]).get("@context")
            if url in documents and any(isinstance(part, dict) for part in utils.list_of(context)):
                self.contexts.add(url)
            return {"contextUrl": None, "documentUrl": url, "document": known[url]}
        return fetch(self, url)

    utils.CachableDocumentLoader.__call__ = load


def answer(question):
    documents = question.get("documents", {})
    fetched = []
    keep_on_this_machine(documents, fetched)
    serve_contexts(documents)
    from openbadges import verifier

    if "image" in question:
        badge = io.BytesIO(base64.b64decode(question["image"]))
        badge.name = "badge.png"
    else:
        badge = question["input"]
    result = verifier.verify(badge, recipient_profile=question.get("recipient"))
    return {"report": result["report"], "graph": result["graph"], "fetched": fetched}


def main():
    question = json.load(sys.stdin)
    try:
        # Libraries may print: only the answer belongs on standard output.
        with contextlib.redirect_stdout(sys.stderr):
            result = answer(question)
    except Exception as error:
        result = {"error": "".join(traceback.format_exception_only(type(error), error)).strip()}
    json.dump(result, sys.stdout, default=str)


main()
