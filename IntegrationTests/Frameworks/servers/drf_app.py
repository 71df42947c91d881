"""The harbour in Django REST framework with drf-spectacular."""

import os

import django
from django.conf import settings

settings.configure(
    DEBUG=False, SECRET_KEY=os.urandom(16).hex(), ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=["rest_framework", "drf_spectacular"], MIDDLEWARE=[], DATABASES={}, USE_TZ=True, APPEND_SLASH=False,
    REST_FRAMEWORK={
        "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema", "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_PERMISSION_CLASSES": [], "UNAUTHENTICATED_USER": None,
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]},
    SPECTACULAR_SETTINGS={
        "TITLE": "Harbour DRF", "VERSION": "1", "SERVE_INCLUDE_SCHEMA": False, "COMPONENT_SPLIT_REQUEST": True,
        "OAS_VERSION": "3.1.0"})
django.setup()

from django.core.asgi import get_asgi_application
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiResponse, PolymorphicProxySerializer, extend_schema, extend_schema_field)
from drf_spectacular.views import SpectacularAPIView
from rest_framework import parsers, renderers, serializers
from rest_framework.decorators import api_view, parser_classes, renderer_classes
from rest_framework.exceptions import NotFound
from rest_framework.response import Response

boats: dict[int, dict] = {}
received: list = []


class SailSerializer(serializers.Serializer):
    drive = serializers.ChoiceField(["sail"])
    area = serializers.FloatField()


class MotorSerializer(serializers.Serializer):
    drive = serializers.ChoiceField(["motor"])
    power = serializers.IntegerField()


@extend_schema_field(PolymorphicProxySerializer(
    component_name="Rig", serializers={"sail": SailSerializer, "motor": MotorSerializer},
    resource_type_field_name="drive"))
class RigField(serializers.JSONField):
    def to_internal_value(self, data):
        kinds = {"sail": SailSerializer, "motor": MotorSerializer}
        if not isinstance(data, dict) or data.get("drive") not in kinds:
            raise serializers.ValidationError("drive is missing")
        inner = kinds[data["drive"]](data=data)
        inner.is_valid(raise_exception=True)
        return dict(inner.validated_data)


class BoatSerializer(serializers.Serializer):
    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(max_length=40)
    colour = serializers.ChoiceField(["red", "blue"])
    rig = RigField()
    price = serializers.DecimalField(max_digits=10, decimal_places=2, allow_null=True, required=False)
    built = serializers.DateField(allow_null=True, required=False)
    note = serializers.CharField(allow_null=True, required=False)


class ProblemSerializer(serializers.Serializer):
    detail = serializers.CharField()


class PhotoSerializer(serializers.Serializer):
    file = serializers.FileField()
    caption = serializers.CharField(required=False)


class UploadSerializer(serializers.Serializer):
    filename = serializers.CharField()
    size = serializers.IntegerField()
    caption = serializers.CharField(allow_null=True)


class LoginSerializer(serializers.Serializer):
    user = serializers.CharField()
    password = serializers.CharField()


class SessionSerializer(serializers.Serializer):
    user = serializers.CharField()


class LevelSerializer(serializers.Serializer):
    station = serializers.CharField()
    height = serializers.IntegerField()


class BytesRenderer(renderers.BaseRenderer):
    media_type = "application/octet-stream"
    format = "bin"
    charset = None

    def render(self, data, *arguments):
        return data


class LinesRenderer(BytesRenderer):
    media_type = "application/x-ndjson"
    format = "ndjson"


def find(boat_id):
    if boat_id not in boats:
        raise NotFound("no such boat")
    return boats[boat_id]


def checked(request, **options):
    serializer = BoatSerializer(data=request.data, **options)
    serializer.is_valid(raise_exception=True)
    received.append(request.data)
    return dict(serializer.validated_data)


@extend_schema(methods=["POST"], operation_id="boats_create", request=BoatSerializer, responses={201: BoatSerializer})
@extend_schema(methods=["GET"], operation_id="boats_list", responses=BoatSerializer(many=True), parameters=[])
@api_view(["GET", "POST"])
def boat_list(request):
    if request.method == "GET":
        received.append({"limit": int(request.query_params.get("limit", 10))})
        return Response(BoatSerializer(list(boats.values()), many=True).data)
    boat = {"id": len(boats) + 1, **checked(request)}
    boats[boat["id"]] = boat
    return Response(BoatSerializer(boat).data, status=201)


@extend_schema(methods=["GET"], responses={200: BoatSerializer, 404: ProblemSerializer})
@extend_schema(methods=["PUT"], request=BoatSerializer, responses={200: BoatSerializer, 404: ProblemSerializer})
@extend_schema(
    methods=["PATCH"], request=BoatSerializer(partial=True), responses={200: BoatSerializer, 404: ProblemSerializer})
@api_view(["GET", "PUT", "PATCH"])
def boat_detail(request, boat_id: int):
    boat = find(boat_id)
    if request.method == "PUT":
        boats[boat_id] = boat = {"id": boat_id, **checked(request)}
    if request.method == "PATCH":
        boat.update(checked(request, partial=True))
    data = dict(BoatSerializer(boat).data)
    if boat["name"] == "odd":
        data["colour"] = "ultraviolet"
    return Response(data)


@extend_schema(
    operation_id="boats_upload_photo", request={"multipart/form-data": PhotoSerializer},
    responses={201: UploadSerializer})
@api_view(["POST"])
@parser_classes([parsers.MultiPartParser])
def upload_photo(request, boat_id: int):
    serializer = PhotoSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    file = serializer.validated_data["file"]
    content = file.read()
    caption = serializer.validated_data.get("caption")
    received.append({"filename": file.name, "size": len(content), "caption": caption, "head": content[:4].hex()})
    return Response({"filename": file.name, "size": len(content), "caption": caption}, status=201)


@extend_schema(
    operation_id="log_in", request={"application/x-www-form-urlencoded": LoginSerializer},
    responses={200: SessionSerializer})
@api_view(["POST"])
@parser_classes([parsers.FormParser])
def log_in(request):
    received.append({"user": request.data["user"], "password": request.data["password"]})
    return Response({"user": request.data["user"]})


@extend_schema(
    operation_id="boats_download_plan", responses={
        (200, "application/octet-stream"): OpenApiTypes.BINARY, (404, "application/json"): ProblemSerializer})
@api_view(["GET"])
@renderer_classes([BytesRenderer, renderers.JSONRenderer])
def download_plan(request, boat_id: int):
    find(boat_id)
    return Response(bytes(range(256)))


@extend_schema(operation_id="watch_levels", responses={(200, "application/x-ndjson"): LevelSerializer(many=True)})
@api_view(["GET"])
@renderer_classes([LinesRenderer])
def watch_levels(request):
    return Response("".join('{"station": "upper", "height": %d}\n' % number for number in range(3)).encode())


@extend_schema(operation_id="old_boats", responses={307: OpenApiResponse(description="Moved")})
@api_view(["GET"])
def old_boats(request):
    return HttpResponseRedirect("/boats", status=307)


def take_received(request):
    import json
    taken = json.dumps(received)
    received.clear()
    return HttpResponse(taken, content_type="application/json")


urlpatterns = [
    path("boats", boat_list), path("boats/<int:boat_id>", boat_detail), path("boats/<int:boat_id>/photo", upload_photo),
    path("boats/<int:boat_id>/plan", download_plan), path("login", log_in), path("levels", watch_levels),
    path("old-boats", old_boats), path("received", take_received), path("schema", SpectacularAPIView.as_view())]
app = get_asgi_application()
