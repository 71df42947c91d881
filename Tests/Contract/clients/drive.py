"""Drives clients of other generators against the mock service: create, list to the end, change, delete, read errors.

    drive.py FOLDER GENERATOR SERVICE ADDRESS

GENERATOR is opc (openapi-python-client), dm (datamodel-code-generator) or og (openapi-generator's python).
"""
import importlib
import sys

import httpx

# What is called and sent: the operation ids are those of the documents beside this file.
SERVICES = {
    "workshop": {
        "create": ("add_bench", "BenchForm", {"name": "low", "wood": "oak", "width": 0.5, "labels": {"a": "b"}, "pin": "1234"}),
        "list": ("list_benches", "marker", "benches", "next_marker"), "item": "Bench", "key": "id", "parameter": "bench_id",
        "show": "show_bench", "remove": "remove_bench", "replace": ("replace_bench", "BenchForm", {"name": "high", "wood": "ash"}),
        "change": ("change_bench", "BenchPatch", {"wood": "elm"}, "application/merge-patch+json"),
        "wrong": {"name": "", "wood": "oak"}, "statuses": {"wrong": 400, "missing": 404, "gone": 410}, "error": "Problem",
        "path": "/benches", "member": "/benches/{}", "missing": 424242,
    },
    "clockwork": {
        "create": ("add_clock", "Clock", {"hands": 2, "slug": "ignored", "maker": {"name": "anna"}, "secret": "long enough"}),
        "list": ("list_clocks", "page", "results", "next"), "item": "Clock", "key": "slug", "parameter": "slug",
        "show": "show_clock", "remove": "remove_clock", "replace": ("replace_clock", "Clock", {"hands": 3, "slug": "ignored"}),
        "change": ("change_clock", "PatchedClock", {"hands": 4}, "application/json"),
        "wrong": {"hands": 99, "slug": "ignored"}, "statuses": {"wrong": 400, "missing": 404, "gone": 404}, "error": None,
        "path": "/clocks/", "member": "/clocks/{}/", "missing": "nothing",
    },
    "drf": {
        "create": ("berths_create", "Berth", {"id": 1, "name": "north", "depth": "3.50", "side": "port", "key": "abcd"}),
        "list": ("berths_list", "offset", "results", "next"), "size": {"limit": 3}, "item": "Berth", "key": "id", "parameter": "id",
        "show": "berths_retrieve", "remove": "berths_destroy", "replace": ("berths_update", "Berth", {"id": 1, "name": "south"}),
        "change": ("berths_partial_update", "PatchedBerth", {"name": "east"}, "application/json"),
        "wrong": None, "statuses": {"missing": 404, "gone": 404}, "error": None,
        "path": "/berths/", "member": "/berths/{}/", "missing": 424242,
    },
}


class Client:
    """A client of openapi-python-client."""

    def __init__(self, folder, service, address):
        sys.path.insert(0, folder)
        self.package = importlib.import_module(f"opc_{service}")
        self.models = importlib.import_module(f"opc_{service}.models")
        tag = "berths" if service == "drf" else "default"
        self.api = lambda name: importlib.import_module(f"opc_{service}.api.{tag}.{name}")
        self.client = self.package.Client(base_url=address)

    def call(self, name, model=None, body=None, **parameters):
        if model:
            parameters["body"] = getattr(self.models, model).from_dict(body)
        answer = self.api(name).sync_detailed(client=self.client, **parameters)
        parsed = answer.parsed.to_dict() if hasattr(answer.parsed, "to_dict") else answer.parsed
        return int(answer.status_code), parsed


class Models:
    """Models of datamodel-code-generator; httpx calls."""

    def __init__(self, folder, service, address):
        sys.path.insert(0, folder)
        self.models = importlib.import_module(f"dm_{service}")
        self.service, self.address = SERVICES[service], address

    def call(self, name, model=None, body=None, **parameters):
        s = self.service
        key = parameters.pop(s["parameter"], None)
        path = s["path"] if key is None else s["member"].format(key)
        headers = {}
        content = None
        if model:
            made = getattr(self.models, model)
            content = made.model_construct(**body).model_dump_json(exclude_unset=True) if body == s["wrong"] else (
                made.model_validate(body).model_dump_json(exclude_unset=True))
            headers["Content-Type"] = s["change"][3] if name == s["change"][0] else "application/json"
        method = {s["create"][0]: "POST", s["list"][0]: "GET", s["show"]: "GET", s["remove"]: "DELETE",
                  s["replace"][0]: "PUT", s["change"][0]: "PATCH"}[name]
        answer = httpx.request(method, self.address + path, params=parameters, content=content, headers=headers)
        if answer.status_code == 204:
            return 204, None
        value = answer.json()
        if answer.status_code >= 400:
            if s["error"]:
                getattr(self.models, s["error"]).model_validate(value)
        elif name == s["list"][0]:
            for item in value[s["list"][2]]:
                getattr(self.models, s["item"]).model_validate(item)
        else:
            getattr(self.models, s["item"]).model_validate(value)
        return answer.status_code, value


class Generated:
    """A client of openapi-generator's python."""

    def __init__(self, folder, service, address):
        sys.path.insert(0, f"{folder}/og-{service}")
        self.package = importlib.import_module(f"og_{service}")
        self.service = SERVICES[service]
        api = "BerthsApi" if service == "drf" else "DefaultApi"
        self.api = getattr(self.package, api)(self.package.ApiClient(self.package.Configuration(host=address)))

    def call(self, name, model=None, body=None, **parameters):
        arguments = []
        if self.service["parameter"] in parameters:
            arguments.append(parameters.pop(self.service["parameter"]))
        if model:
            made = getattr(self.package, model)
            arguments.append(made.model_construct(**body) if body == self.service["wrong"] else made.from_dict(body))
        try:
            answer = getattr(self.api, f"{name}_with_http_info")(*arguments, **parameters)
        except self.package.ApiException as error:
            return error.status, self.plain(error.data)
        return answer.status_code, self.plain(answer.data)

    @staticmethod
    def plain(data):
        # Its own `to_dict` is for requests and leaves out what is read-only.
        return data.model_dump(mode="json", by_alias=True, exclude_none=True) if hasattr(data, "model_dump") else data


def drive(client, s):
    name, model, body = s["create"]
    made = [client.call(name, model, body) for _ in range(7)]
    assert [status for status, _ in made] == [201] * 7, made
    keys = [value[s["key"]] for _, value in made]
    assert len(set(keys)) == 7, keys
    for member, value in body.items():
        if member not in ("pin", "secret", "key", s["key"]):
            assert made[0][1][member] == value, (member, made[0][1])
    for hidden in ("pin", "secret", "key"):
        assert hidden == s["key"] or hidden not in made[0][1], made[0][1]

    listed, position, pages = [], None, 0
    operation, parameter, items, following = s["list"]
    while pages < 30:
        status, page = client.call(
            operation, **s.get("size", {}), **({} if position is None else {parameter: position}))
        assert status == 200, (status, page)
        listed += [item[s["key"]] for item in page[items]]
        pages += 1
        if page.get(following) is None:
            break
        position = page[following]
        if parameter in ("page", "offset"):
            position = int(str(position).split(f"{parameter}=")[1].split("&")[0])
    assert len(listed) == len(set(listed)) and set(keys) <= set(listed), (listed, keys)
    assert pages > 1, pages

    one = {s["parameter"]: keys[3]}
    name, model, body = s["replace"]
    status, value = client.call(name, model, body, **one)
    assert status == 200 and all(value[k] == v for k, v in body.items() if k != s["key"]), (status, value)
    assert "labels" not in value and not value.get("maker"), value
    name, model, body, _ = s["change"]
    status, value = client.call(name, model, body, **one)
    assert status == 200 and all(value[k] == v for k, v in body.items()), (status, value)
    assert client.call(s["show"], **one) == (200, value)
    assert client.call(s["remove"], **one)[0] == 204

    statuses = s["statuses"]
    for case, key in [("gone", keys[3]), ("missing", s["missing"])]:
        status, value = client.call(s["show"], **{s["parameter"]: key})
        assert status == statuses[case], (case, status, value)
    if s["wrong"]:
        name, model, _ = s["create"]
        status, value = client.call(name, model, s["wrong"])
        assert status == statuses["wrong"] and value, (status, value)


if __name__ == "__main__":
    folder, generator, service, address = sys.argv[1:]
    client = {"opc": Client, "dm": Models, "og": Generated}[generator](folder, service, address)
    drive(client, SERVICES[service])
    print(f"{generator} {service}: all right")
