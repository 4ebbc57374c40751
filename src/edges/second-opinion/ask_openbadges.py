"""Asks the 1EdTech validator of Open Badges 2.0 (https://pypi.org/project/openbadges/, 1.1.2) about one badge.

In, JSON on standard input:  {"input": JWS or JSON text, "documents": {URL: text}}
Out, JSON on standard output: {"errors": [{"name", "result"}], "refused": [URL, ...]} or {"error": text}; refused are
the documents that it asked for and that were not given.
It reaches nothing beyond this process: every request is answered from the given documents, or refused.
"""
import collections
import collections.abc
import contextlib
import io
import json
import sys
import traceback

# python-jose 3.0.1 still takes these names from the module they left in Python 3.10.
for _name in collections.abc.__all__:
    if not hasattr(collections, _name):
        setattr(collections, _name, getattr(collections.abc, _name))

import requests
import requests.adapters
import urllib3

MEGABYTE = 1024 * 1024


class GivenDocuments(requests.adapters.HTTPAdapter):
    """Answers the given documents and refuses every other address."""

    def __init__(self, documents, fetched, refused):
        super().__init__()
        self.documents = documents
        self.fetched = fetched
        self.refused = refused

    def send(self, request, **options):
        self.fetched.append(request.url)
        document = self.documents.get(request.url)
        if document is None:
            return self.beyond(request, **options)
        raw = urllib3.HTTPResponse(
            body=io.BytesIO(document.encode("utf-8")),
            headers={"Content-Type": "application/ld+json"},
            status=200,
            preload_content=False,
        )
        return self.build_response(request, raw)

    def beyond(self, request, **options):
        self.refused.append(request.url)
        raise requests.ConnectionError("not given: %s" % request.url)


def mount_everywhere(make_adapter):
    """Every session that is made from now on, the validator's own included, has this adapter alone."""
    begin = requests.Session.__init__

    def begin_with_adapter(self, *args, **options):
        begin(self, *args, **options)
        self.trust_env = False
        self.mount("http://", make_adapter())
        self.mount("https://", make_adapter())

    requests.Session.__init__ = begin_with_adapter


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


def pass_pictures(refused):
    """Pictures are not given: one that would have been fetched is neither right nor wrong."""
    from openbadges.verifier import tasks

    validate = tasks.FUNCTIONS[tasks.IMAGE_VALIDATION]

    def pass_picture(state, task_meta, **options):
        before = len(refused)
        result = validate(state, task_meta, **options)
        if len(refused) == before:
            return result
        del refused[before:]
        return True, "The picture was not looked at", []

    tasks.FUNCTIONS[tasks.IMAGE_VALIDATION] = pass_picture


def limit_resources():
    """A badge of a stranger may be made to take long: seconds of the processor, bytes of memory."""
    try:
        import resource
    except ImportError:
        return  # not on this system: the caller's time limit remains
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
    resource.setrlimit(resource.RLIMIT_AS, (1024 * MEGABYTE, 1024 * MEGABYTE))


def answer(question):
    documents = question["documents"]
    fetched, refused = [], []
    mount_everywhere(lambda: GivenDocuments(documents, fetched, refused))
    serve_contexts(documents)
    pass_pictures(refused)
    from openbadges import verifier

    report = verifier.verify(question["input"])["report"]
    errors = [
        {"name": str(message.get("name")), "result": str(message.get("result"))}
        for message in report["messages"]
        if message["messageLevel"] == "ERROR"
    ]
    if not report["valid"] and not errors:
        errors = [{"name": "", "result": "no badge was found"}]
    return {"errors": errors, "refused": refused}


def tell(make_answer):
    """Answers the question on standard input; libraries may print, so only the answer goes to standard output."""
    question = json.load(sys.stdin)
    try:
        with contextlib.redirect_stdout(sys.stderr):
            result = make_answer(question)
    except Exception as error:
        result = {"error": "".join(traceback.format_exception_only(type(error), error)).strip()}
    json.dump(result, sys.stdout, default=str)


if __name__ == "__main__":
    limit_resources()
    tell(answer)
