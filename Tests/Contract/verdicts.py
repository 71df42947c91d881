"""Whose fault a failure is that schemathesis reports. What no rule knows is ours until somebody has looked at it."""
import json
import re

import independent

DOCUMENT = "the document"
TESTER = "the tester"
DECISION = "by decision"
OURS = "ours"


def has_statuses(document, operation, statuses):
    """Whether an operation documents one of the statuses, or all of them by `4XX` or `default`."""
    method, _, path = operation.partition(" ")
    stated = document.get("paths", {}).get(path, {}).get(method.lower(), {}).get("responses", {})
    return any(s in stated for s in statuses) or "default" in stated or "4XX" in stated


def shows(node, value):
    """Whether a document gives a value as an example anywhere."""
    if isinstance(node, dict):
        given = node.get("examples") if isinstance(node.get("examples"), list) else []
        return value in given or node.get("example") == value or any(shows(n, value) for n in node.values())
    return isinstance(node, list) and any(shows(n, value) for n in node)


def verdict(failure, document):
    """The verdict on one failure, with the reason in words."""
    kind, message, operation = failure["type"], failure["message"], failure["operation"]
    status, body = failure["status"], failure["body"]
    if kind == "UndefinedStatusCode" and status in (404, 405):
        if not has_statuses(document, operation, ["404"]):
            return DOCUMENT, "it states no answer for what is not there"
    if kind == "UndefinedStatusCode" and status in (400, 401, 413, 414, 415, 431):
        if not has_statuses(document, operation, ["400", "422"]):
            return DOCUMENT, "it states no answer for wrong requests"
    if kind == "UndefinedStatusCode" and status == 401 and not has_statuses(document, operation, ["401"]):
        return DOCUMENT, "it asks for a key and states no answer without one"
    if kind == "UndefinedStatusCode" and status == 409:
        return DOCUMENT, "it lets clients choose ids and states no answer for one that is taken"
    if kind == "JsonSchemaError":
        named = re.match(r'"(.*?)" is not a "[a-z-]+"', message)
        if named and shows(document, named[1]):
            return DOCUMENT, "its own example is not of the format that it states, and is answered as it is shown"
    if kind == "IgnoredAuth" and re.search("invalid", message):
        return DECISION, "any key will do: a mock service knows none"
    if kind == "AcceptedNegativeData":
        named = re.search(r"parameter `(.*?)` in query", message)
        if named and re.search(rf"[?&]{re.escape(named[1])}=(&|$)", failure["request"].get("uri") or ""):
            return DECISION, "an empty parameter stands for null where null is allowed: a query has no other spelling"
        media = failure["media_type"]
        if re.search(r"Incorrect type|was \w+, became|became (integer|number|boolean|string|null)", message) and (
            "form" in media or "text/" in media or re.search(r"in (query|path|header|cookie)", message)
        ):
            return TESTER, "a form, a query and a path have texts only: the wrong type is written as a right text"
        if "in body" in message and media.startswith("text/"):
            return TESTER, "any body is a text"
        if re.search(r"in (query|header|cookie) ", message) and "array" in message:
            return TESTER, "one element is written as the text alone"
    if kind == "RejectedPositiveData" and status == 410:
        return TESTER, "what was deleted is told by the documented 410, and it knows 404 only"
    if kind == "RejectedPositiveData":
        sent = json.dumps(failure["sent"])
        # What we say of the request is no evidence against the tester.
        if independent.is_right(document, operation, failure) is False:
            return TESTER, "the value is not as documented, as another validator says too"
        if independent.is_broken(failure["request"].get("uri")):
            return TESTER, "the request cannot be read (RFC 3986)"
        if "\\ud8" in sent.lower() and "is no JSON" in body:
            return TESTER, "half of a pair of surrogates is no text (RFC 8259, section 8.2)"
    return OURS, "nobody has looked at it"
