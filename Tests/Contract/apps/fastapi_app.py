"""A small service in FastAPI, for its document."""
import json
import sys
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Literal, Union

from fastapi import FastAPI, Form, Header, HTTPException, Path, Query, UploadFile
from pydantic import AnyUrl, BaseModel, ConfigDict, Field

app = FastAPI(title="Kennels", version="1")


class Size(str, Enum):
    small = "small"
    large = "large"


class Collar(BaseModel):
    kind: Literal["collar"] = "collar"
    length: int = Field(gt=0)


class Chip(BaseModel):
    kind: Literal["chip"] = "chip"
    code: str = Field(pattern="^[0-9]{6}$")


class DogForm(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str = Field(min_length=1, max_length=30)
    size: Size = Size.small
    born: date | None = None
    home: AnyUrl | None = None
    tag: Annotated[Union[Collar, Chip], Field(discriminator="kind")] | None = None
    labels: dict[str, str] = {}


class Dog(DogForm):
    id: int
    added: datetime


@app.get("/dogs")
def list_dogs(offset: int = 0, limit: Annotated[int, Query(ge=1, le=100)] = 10, size: Size | None = None) -> list[Dog]: ...


@app.post("/dogs", status_code=201)
def add_dog(form: DogForm, x_request: Annotated[str | None, Header()] = None) -> Dog: ...


@app.get("/dogs/{dog_id}")
def show_dog(dog_id: Annotated[int, Path(ge=1)]) -> Dog: ...


@app.put("/dogs/{dog_id}")
def replace_dog(dog_id: int, form: DogForm) -> Dog: ...


@app.delete("/dogs/{dog_id}", status_code=204)
def remove_dog(dog_id: int) -> None: ...


@app.post("/dogs/{dog_id}/photo")
def upload(dog_id: int, file: UploadFile, caption: Annotated[str, Form()]) -> dict[str, int]: ...


if __name__ == "__main__":
    json.dump(app.openapi(), sys.stdout, indent=1)
