"""The harbour in Litestar."""

from collections.abc import AsyncGenerator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal

from litestar import Litestar, Response, get, patch, post, put
from litestar.datastructures import UploadFile
from litestar.enums import MediaType, RequestEncodingType
from litestar.exceptions import HTTPException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import Body, Parameter
from litestar.response import Redirect, ServerSentEvent
from pydantic import BaseModel, Field

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


class Photo(BaseModel, arbitrary_types_allowed=True):
    file: UploadFile
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


def find(boat_id: int) -> dict:
    if boat_id not in boats:
        raise HTTPException("no such boat", status_code=404)
    return boats[boat_id]


missing = {404: ResponseSpec(data_container=Problem, description="No such boat")}


@post("/boats", operation_id="createBoat")
async def create_boat(data: BoatBase) -> Boat:
    received.append(data.model_dump(mode="json", exclude_unset=True))
    boat = {"id": len(boats) + 1, **data.model_dump(mode="json")}
    boats[boat["id"]] = boat
    return Boat(**boat)


@get("/boats", operation_id="listBoats")
async def list_boats(limit: Annotated[int, Parameter(le=100)] = 10, colour: Colour | None = None) -> list[Boat]:
    received.append({"limit": limit, "colour": colour and colour.value})
    return [Boat(**b) for b in boats.values() if colour is None or b["colour"] == colour.value][:limit]


@get("/boats/{boat_id:int}", operation_id="getBoat", responses=missing)
async def get_boat(boat_id: int) -> Boat:
    boat = find(boat_id)
    if boat["name"] == "odd":
        return Response({**boat, "colour": "ultraviolet"})
    return Boat(**boat)


@put("/boats/{boat_id:int}", operation_id="replaceBoat", responses=missing)
async def replace_boat(boat_id: int, data: BoatBase) -> Boat:
    received.append(data.model_dump(mode="json", exclude_unset=True))
    boats[boat_id] = {"id": boat_id, **data.model_dump(mode="json")}
    return Boat(**boats[boat_id])


@patch("/boats/{boat_id:int}", operation_id="updateBoat", responses=missing)
async def update_boat(boat_id: int, data: BoatPatch) -> Boat:
    changes = data.model_dump(mode="json", exclude_unset=True)
    received.append(changes)
    find(boat_id).update(changes)
    return Boat(**boats[boat_id])


@post("/boats/{boat_id:int}/photo", operation_id="uploadPhoto")
async def upload_photo(
    boat_id: int, data: Annotated[Photo, Body(media_type=RequestEncodingType.MULTI_PART)]
) -> Upload:
    content = await data.file.read()
    received.append({
        "filename": data.file.filename, "size": len(content), "caption": data.caption, "head": content[:4].hex()})
    return Upload(filename=data.file.filename, size=len(content), caption=data.caption)


@post("/login", operation_id="logIn", status_code=200)
async def log_in(data: Annotated[Login, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Session:
    received.append(data.model_dump())
    return Session(user=data.user)


@get("/boats/{boat_id:int}/plan", operation_id="downloadPlan", media_type="application/octet-stream")
async def download_plan(boat_id: int) -> bytes:
    return bytes(range(256))


@get("/levels", operation_id="watchLevels")
async def watch_levels() -> ServerSentEvent:
    async def levels() -> AsyncGenerator[Any, None]:
        # A dict is written as Python writes it, and a text as it is.
        yield '{"station": "upper", "height": 0}'
        yield str({"station": "upper", "height": 1})
        yield '{"station": "upper", "height": 2}'

    return ServerSentEvent(levels())


@get("/old-boats", operation_id="oldBoats", status_code=307)
async def old_boats() -> Redirect:
    return Redirect("/boats", status_code=307)


@get("/received", include_in_schema=False)
async def take_received() -> list:
    taken = list(received)
    received.clear()
    return taken


app = Litestar(
    [create_boat, list_boats, get_boat, replace_boat, update_boat, upload_photo, log_in, download_plan, watch_levels,
     old_boats, take_received],
    openapi_config=OpenAPIConfig(title="Harbour Litestar", version="1"))
