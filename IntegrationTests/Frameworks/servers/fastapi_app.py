"""The harbour in FastAPI: what handlers received stands at /received, which the document does not name."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, AsyncIterable, Literal

from fastapi import FastAPI, File, Form, HTTPException, Query, UploadFile
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.sse import EventSourceResponse
from pydantic import BaseModel, Field

app = FastAPI(title="Harbour FastAPI", version="1")
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


class Upload(BaseModel):
    filename: str | None
    size: int
    caption: str | None = None


class Session(BaseModel):
    user: str


class Problem(BaseModel):
    detail: str


class Level(BaseModel):
    station: str
    height: int


def find(boat_id: int) -> dict:
    if boat_id not in boats:
        raise HTTPException(404, "no such boat")
    return boats[boat_id]


@app.post("/boats", status_code=201)
def create_boat(body: BoatBase) -> Boat:
    received.append(body.model_dump(mode="json", exclude_unset=True))
    boat = {"id": len(boats) + 1, **body.model_dump(mode="json")}
    boats[boat["id"]] = boat
    return boat


@app.get("/boats")
def list_boats(limit: Annotated[int, Query(le=100)] = 10, colour: Colour | None = None) -> list[Boat]:
    received.append({"limit": limit, "colour": colour})
    return [b for b in boats.values() if colour is None or b["colour"] == colour][:limit]


@app.get("/boats/{boat_id}", responses={404: {"model": Problem}})
def get_boat(boat_id: int) -> Boat:
    boat = find(boat_id)
    if boat["name"] == "odd":
        return JSONResponse({**boat, "colour": "ultraviolet"})
    return boat


@app.put("/boats/{boat_id}", responses={404: {"model": Problem}})
def replace_boat(boat_id: int, body: BoatBase) -> Boat:
    received.append(body.model_dump(mode="json", exclude_unset=True))
    boats[boat_id] = {"id": boat_id, **body.model_dump(mode="json")}
    return boats[boat_id]


@app.patch("/boats/{boat_id}", responses={404: {"model": Problem}})
def update_boat(boat_id: int, body: BoatPatch) -> Boat:
    changes = body.model_dump(mode="json", exclude_unset=True)
    received.append(changes)
    find(boat_id).update(changes)
    return boats[boat_id]


@app.post("/boats/{boat_id}/photo", status_code=201)
async def upload_photo(
    boat_id: int, file: Annotated[UploadFile, File()], caption: Annotated[str | None, Form()] = None
) -> Upload:
    data = await file.read()
    received.append({"filename": file.filename, "size": len(data), "caption": caption, "head": data[:4].hex()})
    return Upload(filename=file.filename, size=len(data), caption=caption)


@app.post("/login")
def log_in(user: Annotated[str, Form()], password: Annotated[str, Form()]) -> Session:
    received.append({"user": user, "password": password})
    return Session(user=user)


@app.get("/boats/{boat_id}/plan", response_class=Response,
         responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}})
def download_plan(boat_id: int):
    return Response(bytes(range(256)), media_type="application/octet-stream")


@app.get("/levels", response_class=EventSourceResponse)
async def watch_levels() -> AsyncIterable[Level]:
    for number in range(3):
        yield Level(station="upper", height=number)


@app.get("/old-boats", status_code=307, response_class=RedirectResponse)
def old_boats():
    return "/boats"


@app.get("/received", include_in_schema=False)
def take_received():
    taken = list(received)
    received.clear()
    return taken
