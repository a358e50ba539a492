"""The layers that imports do not show: foreign keys by string, dotted settings, templates."""

import re
import tomllib
from pathlib import Path

from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ROOT / "src" / "selaras"
TEMPLATE_REFERENCE = re.compile(r"{%\s*(?:extends|include)\s+[\"']([a-z_]+)/")
LIBRARY_REFERENCE = re.compile(r"{%\s*load\s+([a-z_ ]+?)\s*%}")


def layer_of_room() -> dict[str, int]:
    """Each room's height, read from the contract itself; greater is lower."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    return {
        room.strip(" ()"): height
        for height, layer in enumerate(layers)
        for room in layer.split("|")
    }


def test_foreign_keys_point_only_to_the_same_room_or_below() -> None:
    layers = layer_of_room()
    wrong = [
        f"{model.__name__}.{field.name} → {target.__name__}"
        for model in apps.get_models()
        if model._meta.app_label in layers
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if (target := field.related_model) is not None
        and isinstance(target, type)
        and target._meta.app_label in layers
        and target._meta.app_label != model._meta.app_label
        and layers[target._meta.app_label] <= layers[model._meta.app_label]
    ]
    assert wrong == []


def test_templates_use_only_templates_of_the_same_room_or_below() -> None:
    layers = layer_of_room()
    wrong = []
    for path in ROOMS.rglob("templates/**/*.html"):
        room = path.relative_to(ROOMS).parts[0]
        for other in TEMPLATE_REFERENCE.findall(path.read_text(encoding="utf-8")):
            if other in layers and other != room and layers[other] <= layers[room]:
                wrong.append(f"{path.relative_to(ROOMS)} → {other}")
    assert wrong == []


def test_templates_load_only_tag_libraries_of_the_same_room_or_below() -> None:
    layers = layer_of_room()
    home = {path.stem: path.relative_to(ROOMS).parts[0] for path in ROOMS.rglob("templatetags/*")}
    wrong = []
    for path in ROOMS.rglob("templates/**/*.html"):
        room = path.relative_to(ROOMS).parts[0]
        for names in LIBRARY_REFERENCE.findall(path.read_text(encoding="utf-8")):
            for name in names.split():
                if name in home and layers[home[name]] < layers[room]:
                    wrong.append(f"{path.relative_to(ROOMS)} loads {name}")
    assert wrong == []


def test_every_installed_room_is_a_layer_and_every_folder_is_a_layer() -> None:
    layers = layer_of_room()
    installed = {name.removeprefix("selaras.") for name in settings.ROOMS}
    folders = {path.parent.name for path in ROOMS.glob("*/__init__.py")}
    assert installed <= layers.keys()
    assert folders <= layers.keys()


def test_facts_do_not_know_http() -> None:
    """import-linter forbids whole packages only, and Django is needed for models."""
    known = re.compile(r"^\s*(?:from|import) django\.(?:http|urls|views|shortcuts|test)", re.M)
    pure = ["results.py", "validity.py", "objections/queries.py", "objections/telling.py"]
    packages = ["kinds", "models", "queries", "services", "objections/services"]
    facts = ROOMS / "facts"
    files = [facts / name for name in pure]
    files += [path for name in packages for path in (facts / name).rglob("*.py")]
    wrong = [path.name for path in files if known.search(path.read_text(encoding="utf-8"))]
    assert wrong == []
