"""Whether what schemathesis sent is as documented, by a validator that nobody here wrote (jsonschema-rs).

What the mock service says of a request is no evidence: where its own check is wrong, its message is too.
"""
import json
import re
import urllib.parse

import jsonschema_rs


def is_right(document, operation, failure):
    """Whether everything that was sent is of its documented type; None where this cannot be told."""
    method, _, path = operation.partition(" ")
    item = document.get("paths", {}).get(path, {})
    stated = item.get(method.lower())
    if stated is None:
        return None
    address = urllib.parse.urlsplit(failure["request"].get("uri") or "")
    answers = [parameters(document, item, stated, path, address)]
    if stated.get("requestBody"):
        answers.append(body(document, resolved(document, stated["requestBody"]), failure))
    if False in answers:
        return False
    return None if None in answers else True


def body(document, stated, failure):
    """Whether the body is right; None for what is no JSON."""
    media = failure["media_type"].partition(";")[0].strip().lower()
    content = stated.get("content", {}).get(media)
    if content is None or not (media.endswith("/json") or media.endswith("+json")):
        return None
    try:
        value = json.loads(failure["sent"])
    except ValueError:
        return None
    return fits(document, content.get("schema", True), value)


def parameters(document, item, stated, path, address):
    """Whether the parameters of path and query are right that are texts or numbers; others are not looked at."""
    given = urllib.parse.parse_qsl(address.query, keep_blank_values=True)
    pattern = re.sub(r"\\\{(.+?)\\\}", "([^/]*)", re.escape(path))
    found = re.search(pattern + "/?$", address.path)
    names = re.findall(r"\{(.+?)\}", path)
    in_path = dict(zip(names, map(urllib.parse.unquote, found.groups()))) if found else {}
    for parameter in item.get("parameters", []) + stated.get("parameters", []):
        parameter = resolved(document, parameter)
        schema = parameter.get("schema", True)
        if parameter["in"] == "query":
            texts = [text for name, text in given if name == parameter["name"]]
        elif parameter["in"] == "path" and parameter["name"] in in_path:
            texts = [in_path[parameter["name"]]]
        else:
            continue
        for text in texts:
            if not any(fits(document, schema, value) for value in readings(text)):
                return False
    return True


def readings(text):
    """What a text of a parameter may stand for."""
    yield text
    yield [text]
    yield text.split(",")
    for name, value in (("true", True), ("false", False), ("", None), ("null", None)):
        if text == name:
            yield value
    if re.fullmatch(r"-?\d+", text):
        yield int(text)
        yield [int(text)]
    elif re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", text):
        yield float(text)
        yield [float(text)]


def fits(document, schema, value):
    """Whether a value is of a schema, with its formats."""
    if isinstance(schema, bool):
        return schema
    whole = {"components": document.get("components", {}), "allOf": [schema]}
    return jsonschema_rs.validator_for(whole, validate_formats=True).is_valid(value)


def resolved(document, node):
    while "$ref" in node:
        target = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def is_broken(address):
    """Whether the percent-encoding of an address is broken, or stands for no text."""
    text = address or ""
    if re.search(r"%(?![0-9A-Fa-f]{2})", text):
        return True
    try:
        urllib.parse.unquote(text, errors="strict")
    except UnicodeDecodeError:
        return True
    return False
