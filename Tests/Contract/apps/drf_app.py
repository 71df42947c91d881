"""A small service in Django REST framework with drf-spectacular, for its document."""
import json
import sys

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="none", ROOT_URLCONF=__name__, USE_TZ=True,
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "drf_spectacular"],
    REST_FRAMEWORK={
        "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema", "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination", "PAGE_SIZE": 5,
    },
    SPECTACULAR_SETTINGS={"TITLE": "Harbour", "VERSION": "1", "SERVE_INCLUDE_SCHEMA": False},
)
django.setup()

from django.contrib.auth.models import Group  # noqa: E402
from django.urls import include, path  # noqa: E402
from drf_spectacular.generators import SchemaGenerator  # noqa: E402
from rest_framework import routers, serializers, viewsets  # noqa: E402


class BerthSerializer(serializers.ModelSerializer):
    depth = serializers.DecimalField(max_digits=6, decimal_places=2, required=False)
    side = serializers.ChoiceField(choices=["port", "starboard"], allow_null=True, required=False)
    key = serializers.CharField(write_only=True, required=False, min_length=4)

    class Meta:
        model = Group
        fields = ["id", "name", "depth", "side", "key"]


class BerthViewSet(viewsets.ModelViewSet):
    queryset = Group.objects.all()
    serializer_class = BerthSerializer


router = routers.DefaultRouter()
router.register("berths", BerthViewSet)
urlpatterns = [path("", include(router.urls))]

if __name__ == "__main__":
    json.dump(SchemaGenerator().get_schema(request=None, public=True), sys.stdout, indent=1, default=str)
