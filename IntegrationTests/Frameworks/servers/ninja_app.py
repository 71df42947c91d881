"""The harbour in Django Ninja."""

import os
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal, Union

import django
from django.conf import settings

settings.configure(
    DEBUG=False, SECRET_KEY=os.urandom(16).hex(), ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], INSTALLED_APPS=["ninja"],
    MIDDLEWARE=[], DATABASES={})
django.setup()

from django.core.asgi import get_asgi_application
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import path
from ninja import File, Form, NinjaAPI, PatchDict, Query, Schema
from ninja.files import UploadedFile
from pydantic import Field

api = NinjaAPI(title="Harbour Ninja", version="1")
boats: dict[int, dict] = {}
received: list = []


class Colour(str, Enum):
    red = "red"
    blue = "blue"


class Sail(Schema):
    drive: Literal["sail"] = "sail"
    area: float


class Motor(Schema):
    drive: Literal["motor"] = "motor"
    power: int


class BoatBase(Schema):
    name: str = Field(min_length=1, max_length=40)
    colour: Colour
    rig: Annotated[Union[Sail, Motor], Field(discriminator="drive")]
    price: Decimal | None = None
    built: date | None = None
    note: str | None = None


class Boat(BoatBase):
    id: int


class BoatPatch(Schema):
    name: str | None = None
    note: str | None = None


class Upload(Schema):
    filename: str | None
    size: int
    caption: str | None = None


class Session(Schema):
    user: str


class Problem(Schema):
    detail: str


@api.post("/boats", response={201: Boat})
def create_boat(request, data: BoatBase):
    received.append(data.model_dump(mode="json", exclude_unset=True))
    boat = {"id": len(boats) + 1, **data.model_dump(mode="json")}
    boats[boat["id"]] = boat
    return 201, boat


@api.get("/boats", response=list[Boat])
def list_boats(request, limit: Annotated[int, Query(le=100)] = 10, colour: Colour | None = None):
    received.append({"limit": limit, "colour": colour and colour.value})
    return [b for b in boats.values() if colour is None or b["colour"] == colour.value][:limit]


@api.get("/boats/{int:boat_id}", response={200: Boat, 404: Problem})
def get_boat(request, boat_id: int):
    if boat_id not in boats:
        return 404, {"detail": "no such boat"}
    if boats[boat_id]["name"] == "odd":
        return JsonResponse({**boats[boat_id], "colour": "ultraviolet"})
    return 200, boats[boat_id]


@api.put("/boats/{int:boat_id}", response={200: Boat, 404: Problem})
def replace_boat(request, boat_id: int, data: BoatBase):
    received.append(data.model_dump(mode="json", exclude_unset=True))
    boats[boat_id] = {"id": boat_id, **data.model_dump(mode="json")}
    return 200, boats[boat_id]


@api.patch("/boats/{int:boat_id}", response={200: Boat, 404: Problem})
def update_boat(request, boat_id: int, data: BoatPatch):
    changes = data.model_dump(mode="json", exclude_unset=True)
    received.append(changes)
    boats[boat_id].update(changes)
    return 200, boats[boat_id]


@api.post("/boats/{int:boat_id}/photo", response={201: Upload})
def upload_photo(request, boat_id: int, file: File[UploadedFile], caption: Form[str | None] = None):
    content = file.read()
    received.append({"filename": file.name, "size": len(content), "caption": caption, "head": content[:4].hex()})
    return 201, {"filename": file.name, "size": len(content), "caption": caption}


@api.post("/login", response=Session)
def log_in(request, user: Form[str], password: Form[str]):
    received.append({"user": user, "password": password})
    return {"user": user}


@api.get(
    "/boats/{int:boat_id}/plan",
    openapi_extra={"responses": {200: {"description": "A plan", "content": {
        "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}}})
def download_plan(request, boat_id: int):
    return HttpResponse(bytes(range(256)), content_type="application/octet-stream")


@api.get(
    "/levels",
    openapi_extra={"responses": {200: {"description": "Levels", "content": {
        "application/x-ndjson": {"schema": {"type": "array", "items": {
            "type": "object", "title": "Level", "required": ["station", "height"],
            "properties": {"station": {"type": "string"}, "height": {"type": "integer"}}}}}}}}})
def watch_levels(request):
    lines = "".join('{"station": "upper", "height": %d}\n' % number for number in range(3))
    return HttpResponse(lines, content_type="application/x-ndjson")


@api.get("/old-boats", response={307: None})
def old_boats(request):
    return HttpResponseRedirect("/api/boats", status=307)


@api.get("/received", include_in_schema=False)
def take_received(request):
    taken = list(received)
    received.clear()
    return taken


urlpatterns = [path("api/", api.urls)]
app = get_asgi_application()
