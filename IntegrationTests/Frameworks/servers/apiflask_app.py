"""The harbour in APIFlask, which refuses unknown members."""

from apiflask import APIFlask, Schema, abort
from apiflask.fields import Date, Decimal, Enum as EnumField, File, Float, Integer, List, Nested, String
from apiflask.validators import Length, OneOf, Range
from flask import Response, jsonify, redirect, request
from marshmallow import ValidationError, fields

app = APIFlask(__name__, title="Harbour APIFlask", version="1", docs_path=None)
app.config["AUTO_OPERATION_ID"] = True
boats: dict[int, dict] = {}
received: list = []


class Sail(Schema):
    area = Float(required=True)


class BoatIn(Schema):
    name = String(required=True, validate=Length(1, 40))
    colour = String(required=True, validate=OneOf(["red", "blue"]))
    sail = Nested(Sail, allow_none=True)
    price = Decimal(as_string=True, allow_none=True)
    built = Date(allow_none=True)
    note = String(allow_none=True)


class Boat(BoatIn):
    id = Integer(dump_only=True)


class BoatQuery(Schema):
    limit = Integer(load_default=10, validate=Range(max=100))


class Photo(Schema):
    file = File(required=True)
    caption = String()


class Upload(Schema):
    filename = String(allow_none=True)
    size = Integer(required=True)
    caption = String(allow_none=True)


class Login(Schema):
    user = String(required=True)
    password = String(required=True)


class Session(Schema):
    user = String(required=True)


def find(boat_id: int) -> dict:
    if boat_id not in boats:
        abort(404, "no such boat")
    return boats[boat_id]


@app.post("/boats")
@app.input(Boat)
@app.output(Boat, status_code=201)
def create_boat(json_data):
    received.append(request.json)
    boat = {"id": len(boats) + 1, **json_data}
    boats[boat["id"]] = boat
    return boat


@app.get("/boats")
@app.input(BoatQuery, location="query")
@app.output(Boat(many=True))
def list_boats(query_data):
    received.append(query_data)
    return list(boats.values())[:query_data["limit"]]


@app.get("/boats/<int:boat_id>")
@app.output(Boat)
@app.doc(responses=[404])
def get_boat(boat_id):
    boat = find(boat_id)
    return {**boat, "colour": "ultraviolet"} if boat["name"] == "odd" else boat


@app.put("/boats/<int:boat_id>")
@app.input(Boat)
@app.output(Boat)
@app.doc(responses=[404])
def replace_boat(boat_id, json_data):
    received.append(request.json)
    boats[boat_id] = {"id": boat_id, **json_data}
    return boats[boat_id]


@app.patch("/boats/<int:boat_id>")
@app.input(Boat(partial=True))
@app.output(Boat)
@app.doc(responses=[404])
def update_boat(boat_id, json_data):
    received.append(request.json)
    find(boat_id).update(json_data)
    return boats[boat_id]


@app.post("/boats/<int:boat_id>/photo")
@app.input(Photo, location="form_and_files")
@app.output(Upload, status_code=201)
def upload_photo(boat_id, form_and_files_data):
    file = form_and_files_data["file"]
    content = file.read()
    caption = form_and_files_data.get("caption")
    received.append({"filename": file.filename, "size": len(content), "caption": caption, "head": content[:4].hex()})
    return {"filename": file.filename, "size": len(content), "caption": caption}


@app.post("/login")
@app.input(Login, location="form")
@app.output(Session)
def log_in(form_data):
    received.append(form_data)
    return {"user": form_data["user"]}


@app.get("/boats/<int:boat_id>/plan")
@app.output({"type": "string", "format": "binary"}, content_type="application/octet-stream")
def download_plan(boat_id):
    return Response(bytes(range(256)), mimetype="application/octet-stream")


@app.get("/levels")
@app.output(
    {"type": "array", "items": {"type": "object", "title": "Level", "required": ["station", "height"], "properties": {
        "station": {"type": "string"}, "height": {"type": "integer"}}}}, content_type="application/x-ndjson")
def watch_levels():
    lines = "".join('{"station": "upper", "height": %d}\n' % number for number in range(3))
    return Response(lines, mimetype="application/x-ndjson")


@app.get("/old-boats")
@app.doc(responses={307: "Moved"})
@app.output({}, status_code=307)
def old_boats():
    return redirect("/boats", code=307)


@app.get("/received")
@app.doc(hide=True)
def take_received():
    taken = jsonify(list(received))
    received.clear()
    return taken
