"""Runs openbadgeslib 4.6.3, an independent Open Badges verifier, asked and answering as answer_questions.py says.

In:  {"credential": JSON text or compact JWT} or {"image": base64 of a PNG or SVG}, and optionally {"recipient": text,
     "checkStatus": bool, "verifyStatusList": bool, "documents": {URL: text}, "origins": {ORIGIN: LOOPBACK ORIGIN}}.
Out: {"valid", "trusted", "reason", "proofFormat", "issuerDid", "credential": text, "fetched": [URL, ...]}.
Keys come from the issuer's DID. The verifier asks for https addresses alone; `origins` says which loopback server stands
behind an https origin. Nothing leaves the machine.

Of Open Badges 2.0, with "version": "2.0": "credential" is the JSON of a hosted assertion or a JWS, revocations are always looked
at. Out: {"valid", "reason", "credential": text, "fetched": [URL, ...]}. Keys come from the address that the assertion names.
"""
import base64
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob2 import OB2Verifier
from openbadgeslib.ob3 import OB3LdpVerifier, OB3Verifier
from openbadgeslib.verify import issuer_did_from_document, issuer_did_from_token

from answer_questions import answer_questions

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
ANSWER_LIMIT = 5 * 1024 * 1024


def downloader(documents, origins, fetched):
    opener = build_opener(ProxyHandler({}))

    def download(url, *_args, **_options):
        fetched.append(url)
        if url in documents:
            return documents[url].encode("utf-8")
        parts = urlsplit(url)
        origin = "%s://%s" % (parts.scheme, parts.netloc)
        local = origins.get(origin, origin) + url[len(origin):]
        if urlsplit(local).hostname not in LOOPBACK:
            raise OSError("not on this machine: %s" % url)
        with opener.open(local, timeout=10) as response:
            return response.read(ANSWER_LIMIT)

    return download


def read_credential(question, reader=OB3Verifier):
    if "credential" in question:
        return question["credential"].strip()
    image = base64.b64decode(question["image"])
    png = image.startswith(b"\x89PNG")
    return reader.extract_token_from_png(image) if png else reader.extract_token_from_svg(image)


def answer(question):
    fetched = []
    download = downloader(question.get("documents", {}), question.get("origins", {}), fetched)
    if question.get("version") == "2.0":
        return answer_2(question, download, fetched)
    result = {"valid": False, "trusted": False, "reason": None, "fetched": fetched}
    try:
        text = read_credential(question)
        embedded = text.startswith("{")
        result.update(credential=text, proofFormat="data-integrity" if embedded else "vc-jwt")
        did = issuer_did_from_document(text) if embedded else issuer_did_from_token(text)
        result["issuerDid"] = did
        kind = OB3LdpVerifier if embedded else OB3Verifier
        kind.for_issuer_did(did, download=download).verify(
            text,
            expected_recipient=question.get("recipient"),
            check_status=question.get("checkStatus", False),
            verify_status_list=question.get("verifyStatusList", False),
            download=download,
        )
    except LibOpenBadgesException as error:
        result["reason"] = str(error)
        return result
    # A did:key proves no more than that the credential fits itself; did:web rests on a domain.
    result.update(valid=True, trusted=did.startswith("did:web:"))
    return result


def answer_2(question, download, fetched):
    result = {"valid": False, "reason": None, "fetched": fetched}
    try:
        text = read_credential(question, OB2Verifier)
        result["credential"] = text
        verifier = OB2Verifier(download=download)
        verify = verifier.verify_hosted if text.startswith("{") else verifier.verify
        verify(text, expected_recipient=question.get("recipient"), check_revocation=True)
    except LibOpenBadgesException as error:
        result["reason"] = str(error)
        return result
    result["valid"] = True
    return result


answer_questions(answer)
