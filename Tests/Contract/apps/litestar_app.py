"""A small service in Litestar, for its document."""
import json
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from litestar import Litestar, delete, get, patch, post
from litestar.params import Parameter
from litestar.response import Redirect


@dataclass
class BoatForm:
    name: str
    masts: int | None = None


@dataclass
class Boat:
    id: UUID
    name: str
    launched: datetime
    masts: int | None = None


@get("/boats")
async def list_boats(limit: Annotated[int, Parameter(ge=1, le=50)] = 20, offset: Annotated[int, Parameter(ge=0)] = 0) -> list[Boat]: ...


@post("/boats")
async def add_boat(data: BoatForm) -> Boat: ...


@get("/boats/{boat_id:uuid}")
async def show_boat(boat_id: UUID) -> Boat: ...


@patch("/boats/{boat_id:uuid}")
async def change_boat(boat_id: UUID, data: BoatForm) -> Boat: ...


@delete("/boats/{boat_id:uuid}")
async def remove_boat(boat_id: UUID) -> None: ...


@get("/chart")
async def chart() -> Redirect: ...


app = Litestar([list_boats, add_boat, show_boat, change_boat, remove_boat, chart])

if __name__ == "__main__":
    json.dump(app.openapi_schema.to_schema(), sys.stdout, indent=1)
