"""The harbour in Quart with Quart-Schema."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal

from pydantic import BaseModel, Field
from quart import Quart, Response, redirect
from quart_schema import (
    DataSource, Info, QuartSchema, RequestSchemaValidationError, hide, validate_querystring, validate_request,
    validate_response)
from quart_schema.pydantic import File

app = Quart(__name__)
QuartSchema(app, info=Info(title="Harbour Quart", version="1"))
boats: dict[int, dict] = {}
received: list = []


class Colour(str, Enum):
    red = "red"
    blue = "blue"


class Sail(BaseModel):
    drive: Literal["sail"] = "sail"
    area: float


class Motor(BaseModel):
    drive: Literal["motor"] = "motor"
    power: int


class BoatBase(BaseModel):
    name: str = Field(min_length=1, max_length=40)
    colour: Colour
    rig: Annotated[Sail | Motor, Field(discriminator="drive")]
    price: Decimal | None = None
    built: date | None = None
    note: str | None = None


class Boat(BoatBase):
    id: int


class BoatPatch(BaseModel):
    name: str | None = None
    note: str | None = None


class BoatQuery(BaseModel):
    limit: int = Field(10, le=100)


class BoatList(BaseModel):
    boats: list[Boat]


class Photo(BaseModel):
    file: File
    caption: str | None = None


class Upload(BaseModel):
    filename: str | None
    size: int
    caption: str | None = None


class Login(BaseModel):
    user: str
    password: str


class Session(BaseModel):
    user: str


class Problem(BaseModel):
    detail: str


class Missing(Exception):
    pass


@app.errorhandler(Missing)
async def missing(error):
    return {"detail": "no such boat"}, 404


@app.errorhandler(RequestSchemaValidationError)
async def invalid(error):
    return {"detail": str(error.validation_error)}, 422


def find(boat_id: int) -> dict:
    if boat_id not in boats:
        raise Missing()
    return boats[boat_id]


@app.post("/boats")
@validate_request(BoatBase)
@validate_response(Boat, 201)
async def create_boat(data: BoatBase):
    received.append(data.model_dump(mode="json", exclude_unset=True))
    boat = {"id": len(boats) + 1, **data.model_dump(mode="json")}
    boats[boat["id"]] = boat
    return Boat(**boat), 201


@app.get("/boats")
@validate_querystring(BoatQuery)
@validate_response(BoatList)
async def list_boats(query_args: BoatQuery):
    received.append(query_args.model_dump())
    return BoatList(boats=[Boat(**b) for b in boats.values()][:query_args.limit])


@app.get("/boats/<int:boat_id>")
@validate_response(Boat)
@validate_response(Problem, 404)
async def get_boat(boat_id: int):
    return Boat(**find(boat_id)), 200


@app.after_request
async def paint(response):
    # What is answered is held against the document before this.
    body = await response.get_data()
    if b'"odd"' in body and b'"id"' in body:
        response.set_data(body.replace(b'"red"', b'"ultraviolet"'))
    return response


@app.put("/boats/<int:boat_id>")
@validate_request(BoatBase)
@validate_response(Boat)
async def replace_boat(boat_id: int, data: BoatBase):
    received.append(data.model_dump(mode="json", exclude_unset=True))
    boats[boat_id] = {"id": boat_id, **data.model_dump(mode="json")}
    return Boat(**boats[boat_id])


@app.patch("/boats/<int:boat_id>")
@validate_request(BoatPatch)
@validate_response(Boat)
async def update_boat(boat_id: int, data: BoatPatch):
    changes = data.model_dump(mode="json", exclude_unset=True)
    received.append(changes)
    find(boat_id).update(changes)
    return Boat(**boats[boat_id])


@app.post("/boats/<int:boat_id>/photo")
@validate_request(Photo, source=DataSource.FORM_MULTIPART)
@validate_response(Upload, 201)
async def upload_photo(boat_id: int, data: Photo):
    content = data.file.read()
    received.append({
        "filename": data.file.filename, "size": len(content), "caption": data.caption, "head": content[:4].hex()})
    return Upload(filename=data.file.filename, size=len(content), caption=data.caption), 201


@app.post("/login")
@validate_request(Login, source=DataSource.FORM)
@validate_response(Session)
async def log_in(data: Login):
    received.append(data.model_dump())
    return Session(user=data.user)


@app.get("/boats/<int:boat_id>/plan")
async def download_plan(boat_id: int):
    return Response(bytes(range(256)), content_type="application/octet-stream")


@app.get("/levels")
async def watch_levels():
    lines = "".join('{"station": "upper", "height": %d}\n' % number for number in range(3))
    return Response(lines, content_type="application/x-ndjson")


@app.get("/old-boats")
async def old_boats():
    return redirect("/boats", code=307)


@app.get("/received")
@hide
async def take_received():
    taken = list(received)
    received.clear()
    return taken
