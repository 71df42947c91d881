"""Edits of an OpenAPI document, each of one kind. Each returns what it did, or nothing where it found no place."""

METHODS = ("get", "put", "post", "delete", "patch")
SCALARS = [
    {"type": "string"}, {"type": "integer"}, {"type": "number"}, {"type": "boolean"},
    {"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}, {"type": "string", "format": "uuid"},
    {"type": "integer", "format": "int64"}, {"type": "array", "items": {"type": "string"}},
    {"type": "object", "additionalProperties": {"type": "string"}}, {"type": "string", "enum": ["one", "two"]},
    {"type": "integer", "format": "uint64"}, {"type": "integer", "enum": [1, 2]},
]


def operations(document):
    return [(path, method, item[method]) for path, item in document["paths"].items() for method in METHODS if method in item]


def models(document):
    return [(name, schema) for name, schema in document["components"]["schemas"].items() if "properties" in schema]


def member(document, source):
    name, schema = source.choice(models(document))
    key = source.choice(list(schema["properties"]))
    return name, schema, key


def parameter(document, source):
    places = [(operation["operationId"], operation["parameters"]) for _, _, operation in operations(document) if operation.get("parameters")]
    if not places:
        return None
    name, parameters = source.choice(places)
    return name, parameters, source.randrange(len(parameters))


def member_added(document, source):
    name, schema = source.choice(models(document))
    schema["properties"]["extra"] = dict(source.choice(SCALARS))
    required = source.random() < 0.4
    if required:
        schema.setdefault("required", []).append("extra")
    return f"{name}.extra {'required' if required else 'optional'} {schema['properties']['extra']}"


def member_removed(document, source):
    name, schema, key = member(document, source)
    if key == "type":
        return None
    del schema["properties"][key]
    schema["required"] = [one for one in schema.get("required", []) if one != key]
    return f"{name}.{key}"


def member_renamed(document, source):
    name, schema, key = member(document, source)
    if key == "type":
        return None
    schema["properties"] = {("new_" + one if one == key else one): value for one, value in schema["properties"].items()}
    schema["required"] = ["new_" + one if one == key else one for one in schema.get("required", [])]
    return f"{name}.{key}"


def member_required(document, source):
    name, schema, key = member(document, source)
    required = schema.setdefault("required", [])
    if key == "type":
        return None
    (required.remove if key in required else required.append)(key)
    return f"{name}.{key} {'is' if key in required else 'is not'} required"


def member_type(document, source):
    name, schema, key = member(document, source)
    if key == "type":
        return None
    schema["properties"][key] = dict(source.choice(SCALARS))
    return f"{name}.{key} is {schema['properties'][key]}"


def member_nullable(document, source):
    name, schema, key = member(document, source)
    value = schema["properties"][key]
    kind = value.get("type")
    if kind is None or key == "type" or "enum" in value:
        return None
    if isinstance(kind, list):
        value["type"] = kind[0]
    else:
        value["type"] = [kind, "null"]
    return f"{name}.{key} {value['type']}"


def member_default(document, source):
    name, schema, key = member(document, source)
    value = schema["properties"][key]
    if value.get("type") not in ("string", "integer", "boolean") or "format" in value or "enum" in value:
        return None
    if "default" in value:
        del value["default"]
    else:
        value["default"] = {"string": "as is", "integer": 7, "boolean": True}[value["type"]]
    return f"{name}.{key} default {value.get('default')}"


def members_moved(document, source):
    name, schema = source.choice(models(document))
    keys = list(schema["properties"])
    source.shuffle(keys)
    schema["properties"] = {key: schema["properties"][key] for key in keys}
    return f"{name} {keys}"


def one_way(document, source):
    name, schema, key = member(document, source)
    value = schema["properties"][key]
    if "$ref" in value or key == "type":
        return None
    word = source.choice(["readOnly", "writeOnly"])
    for other in ("readOnly", "writeOnly"):
        value.pop(other, None)
    value[word] = True
    return f"{name}.{key} {word}"


def value_added(document, source):
    enums = [value for _, schema in models(document) for value in schema["properties"].values() if "enum" in value]
    enums += [schema for schema in document["components"]["schemas"].values() if "enum" in schema]
    chosen = source.choice(enums)
    chosen["enum"].append("another")
    return str(chosen["enum"])


def value_removed(document, source):
    enums = [value for _, schema in models(document) for value in schema["properties"].values() if "enum" in value]
    enums += [schema for schema in document["components"]["schemas"].values() if "enum" in schema]
    chosen = source.choice(enums)
    if len(chosen["enum"]) < 2:
        return None
    return f"without {chosen['enum'].pop(source.randrange(len(chosen['enum'])))}"


def enumeration_opened(document, source):
    name = source.choice([name for name, schema in document["components"]["schemas"].items() if "enum" in schema] or [None])
    if name is None:
        return None
    document["components"]["schemas"][name].pop("enum")
    return name


def parameter_added(document, source):
    _, _, operation = source.choice(operations(document))
    required = source.random() < 0.4
    schema = dict(source.choice(SCALARS[:4]))
    if not required and source.random() < 0.3 and schema["type"] == "integer":
        schema["default"] = 3
    operation.setdefault("parameters", []).insert(
        0 if source.random() < 0.5 else len(operation.get("parameters", [])),
        {"name": "added", "in": source.choice(["query", "header"]), "required": required, "schema": schema})
    return f"{operation['operationId']} {'required' if required else 'optional'} {schema}"


def parameter_removed(document, source):
    place = parameter(document, source)
    if not place:
        return None
    name, parameters, index = place
    return f"{name} {parameters.pop(index)['name']}"


def parameter_required(document, source):
    place = parameter(document, source)
    if not place:
        return None
    name, parameters, index = place
    parameters[index]["required"] = not parameters[index].get("required", False)
    return f"{name} {parameters[index]['name']} {parameters[index]['required']}"


def parameter_type(document, source):
    place = parameter(document, source)
    if not place:
        return None
    name, parameters, index = place
    parameters[index]["schema"] = dict(source.choice(SCALARS[:8]))
    return f"{name} {parameters[index]['name']} {parameters[index]['schema']}"


def parameter_moved(document, source):
    place = parameter(document, source)
    if not place:
        return None
    name, parameters, _ = place
    source.shuffle(parameters)
    return f"{name} {[one['name'] for one in parameters]}"


def parameter_elsewhere(document, source):
    place = parameter(document, source)
    if not place:
        return None
    name, parameters, index = place
    parameters[index]["in"] = "header" if parameters[index]["in"] == "query" else "query"
    return f"{name} {parameters[index]['name']} in {parameters[index]['in']}"


def parameter_default(document, source):
    place = parameter(document, source)
    if not place:
        return None
    name, parameters, index = place
    schema = parameters[index]["schema"]
    if schema.get("type") not in ("integer", "string", "boolean"):
        return None
    if "default" in schema:
        del schema["default"]
    else:
        schema["default"] = {"string": "x", "integer": 5, "boolean": False}[schema["type"]]
    return f"{name} {parameters[index]['name']} default {schema.get('default')}"


def operation_removed(document, source):
    path, method, operation = source.choice(operations(document))
    del document["paths"][path][method]
    return operation["operationId"]


def operation_added(document, source):
    document["paths"]["/added"] = {"get": {"operationId": "added", "responses": {"204": {"description": "None."}}}}
    return "added"


def operation_renamed(document, source):
    _, _, operation = source.choice(operations(document))
    operation["operationId"] += "Now"
    return operation["operationId"]


def path_moved(document, source):
    path = source.choice(list(document["paths"]))
    document["paths"]["/moved" + path] = document["paths"].pop(path)
    return path


def path_parameter_renamed(document, source):
    path = "/tools/{toolId}"
    if path not in document["paths"]:
        return None
    item = document["paths"].pop(path)
    item["parameters"][0]["name"] = "id"
    document["paths"]["/tools/{id}"] = item
    return "toolId is id"


def response_type(document, source):
    places = [
        (operation["operationId"], answer["content"]["application/json"]) for _, _, operation in operations(document)
        for status, answer in operation["responses"].items() if "application/json" in answer.get("content", {})]
    name, place = source.choice(places)
    place["schema"] = {"$ref": "#/components/schemas/" + source.choice(["Tool", "Size", "Problem", "Part"])}
    return f"{name} {place['schema']}"


def response_gone(document, source):
    _, _, operation = source.choice(operations(document))
    good = [status for status in operation["responses"] if status.startswith("2")]
    operation["responses"][good[0]].pop("content", None)
    return f"{operation['operationId']} {good[0]} has no body"


def failure_added(document, source):
    _, _, operation = source.choice(operations(document))
    operation["responses"]["410"] = {
        "description": "Over.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/" + source.choice(["Problem", "Conflict"])}}}}
    return operation["operationId"]


def failure_removed(document, source):
    places = [(operation, status) for _, _, operation in operations(document) for status in operation["responses"] if status[0] == "4"]
    if not places:
        return None
    operation, status = source.choice(places)
    del operation["responses"][status]
    return f"{operation['operationId']} {status}"


def header_changed(document, source):
    operation = document["paths"].get("/tools", {}).get("get")
    if not operation or "200" not in operation["responses"]:
        return None
    headers = operation["responses"]["200"].get("headers", {})
    if not headers:
        return None
    name = source.choice(list(headers))
    what = source.choice(["removed", "required", "type", "added"])
    if what == "removed":
        del headers[name]
    elif what == "required":
        headers[name]["required"] = not headers[name].get("required", False)
    elif what == "type":
        headers[name]["schema"] = {"type": "string"}
    else:
        headers["X-Added"] = {"schema": {"type": "string"}}
    return f"{name} {what}"


def body_required(document, source):
    bodies = [operation for _, _, operation in operations(document) if "requestBody" in operation]
    if not bodies:
        return None
    operation = source.choice(bodies)
    body = operation["requestBody"]
    body["required"] = not body.get("required", False)
    return f"{operation['operationId']} body required {body['required']}"


def body_type(document, source):
    bodies = [operation for _, _, operation in operations(document) if "application/json" in operation.get("requestBody", {}).get("content", {})]
    if not bodies:
        return None
    operation = source.choice(bodies)
    operation["requestBody"]["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/" + source.choice(["Size", "Tool", "ToolChange"])}
    return operation["operationId"]


def media_type(document, source):
    bodies = [operation for _, _, operation in operations(document) if "requestBody" in operation]
    if not bodies:
        return None
    operation = source.choice(bodies)
    content = operation["requestBody"]["content"]
    old = next(iter(content))
    new = source.choice(["application/json", "application/x-www-form-urlencoded", "application/vnd.workshop+json"])
    if old == new or old == "text/plain":
        return None
    content[new] = content.pop(old)
    return f"{operation['operationId']} {old} is {new}"


def schema_renamed(document, source):
    name = source.choice(list(document["components"]["schemas"]))
    text = __import__("json").dumps(document).replace(f"#/components/schemas/{name}\"", f"#/components/schemas/{name}Kept\"")
    document.clear()
    document.update(__import__("json").loads(text))
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = {(one + "Kept" if one == name else one): value for one, value in schemas.items()}
    return name


def alternative_added(document, source):
    part = document["components"]["schemas"].get("Part")
    if not part or len(part["oneOf"]) > 2 or "Screw" in document["components"]["schemas"]:
        return None
    document["components"]["schemas"]["Screw"] = {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}, "thread": {"type": "integer"}}}
    part["oneOf"].append({"$ref": "#/components/schemas/Screw"})
    part["discriminator"]["mapping"]["screw"] = "#/components/schemas/Screw"
    return "Screw"


def alternative_removed(document, source):
    part = document["components"]["schemas"].get("Part")
    if not part or len(part["oneOf"]) < 2:
        return None
    gone = part["oneOf"].pop()
    part["discriminator"]["mapping"] = {key: value for key, value in part["discriminator"]["mapping"].items() if value != gone["$ref"]}
    return str(gone)


def open_members(document, source):
    name, schema = source.choice(models(document))
    if "additionalProperties" in schema:
        return None
    schema["additionalProperties"] = source.choice([True, False, {"type": "integer"}])
    return f"{name} {schema['additionalProperties']}"


def bounds(document, source):
    name, schema, key = member(document, source)
    value = schema["properties"][key]
    if value.get("type") == "integer":
        value["maximum"] = 99
    elif value.get("type") == "string" and "enum" not in value:
        value["maxLength"] = 40
    else:
        return None
    return f"{name}.{key}"


def words(document, source):
    name, schema, key = member(document, source)
    schema["properties"][key]["description"] = "Said otherwise."
    return f"{name}.{key}"


def deprecated(document, source):
    _, _, operation = source.choice(operations(document))
    operation["deprecated"] = True
    return operation["operationId"]


def server(document, source):
    what = source.choice(["moved", "second", "variable"])
    if what == "moved":
        document["servers"][0]["url"] = "https://elsewhere.example.com/v1"
    elif what == "second":
        document["servers"].append({"url": "https://second.example.com/v1", "description": "The second"})
    else:
        document["servers"][0] = {"url": "https://{place}.example.com/v1", "variables": {"place": {"default": "here", "enum": ["here", "there"]}}}
    return what


def security(document, source):
    what = source.choice(["second", "none", "basic"])
    if what == "second":
        document["components"]["securitySchemes"]["login"] = {"type": "http", "scheme": "bearer"}
        document["security"].append({"login": []})
    elif what == "none":
        document["security"] = []
    else:
        document["components"]["securitySchemes"]["key"] = {"type": "http", "scheme": "basic"}
    return what


EDITS = [value for name, value in list(globals().items()) if callable(value) and name not in ("operations", "models", "member", "parameter")]
