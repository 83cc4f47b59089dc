"""All QML is checked against the real types, those of the view models too."""

from __future__ import annotations

import subprocess
import sysconfig
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[3] / "kiosk" / "ui"
MODELS = "kiosk.ui.models"
SCRIPTS = Path(sysconfig.get_path("scripts"))
# Written from the tokens; qmllint does not find the qmldir of a singleton that it is given by its own file.
GENERATED = UI / "theme" / "Theme.qml"


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(SCRIPTS / name), *map(str, arguments)], check=False, capture_output=True, text=True, timeout=60
    )


@pytest.fixture(scope="module")
def imports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder from which QML tools import the view models' types."""
    root = tmp_path_factory.mktemp("imports")
    module = root.joinpath(*MODELS.split("."))
    module.mkdir(parents=True)
    described = []
    for source in sorted(UI.rglob("*.py")):
        if "\n@QmlElement" in source.read_text(encoding="utf-8"):
            described.append(module / f"{source.stem}.json")
            assert tool("pyside6-metaobjectdump", "-o", described[-1], source).returncode == 0
    assert described
    types = ("--generate-qmltypes", module / "models.qmltypes", "-o", module / "unused.cpp")
    registrar = tool(
        "pyside6-qmltyperegistrar", *types, "--import-name", MODELS, "--major-version", "1", *described
    )
    assert registrar.returncode == 0, registrar.stderr
    (module / "qmldir").write_text(f"module {MODELS}\ntypeinfo models.qmltypes\n")
    return root


def lint(imports: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    return tool(
        "pyside6-qmllint", "-I", imports, "--max-warnings", "0", "--unused-imports", "warning", *files
    )


def test_qmllint_has_nothing_to_say(imports: Path) -> None:
    files = sorted(path for path in UI.rglob("*.qml") if path != GENERATED)
    found = lint(imports, *files)
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_property_that_a_view_model_does_not_have_is_found(imports: Path, tmp_path: Path) -> None:
    page = tmp_path / "Bad.qml"
    page.write_text(
        "import QtQuick\nimport kiosk.ui.models\n"
        "Text { id: bad; required property HomeModel model; text: bad.model.lines }\n"
    )
    found = lint(imports, page)
    assert found.returncode != 0
    assert 'Member "lines" not found' in found.stdout + found.stderr
