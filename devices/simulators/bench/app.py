"""The bench's program: typefaces, words, model and window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from devices.simulators.assets import font
from devices.simulators.bench.client import BenchClient
from devices.simulators.bench.model import BenchModel
from devices.simulators.bench.texts import ENGLISH, Language

HERE = Path(__file__).parent
SIZE = (460, 960)
_FACES = (
    ("barlow", ("400Regular", "500Medium", "600SemiBold", "700Bold")),
    ("noto-sans-sc", ("400Regular", "500Medium", "700Bold")),
)
_ROOM = 0.94  # of the screen's height: a title bar needs some


class EnglishWords(QTranslator):
    """Gives QML the English of its Chinese source texts."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        return ENGLISH.get(source, source)


def run(control: tuple[str, int], language: str, position: tuple[int, int] | None) -> int:
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("Brighthall bench")
    client = BenchClient(*control)
    model = BenchModel(client, Language(language))
    engine, window = open_window(application, model)
    fit(window)
    if position is not None:
        window.setPosition(*position)
    window.show()
    client.start()
    code = application.exec()
    del engine  # before the model it shows
    return code


def open_window(
    application: QGuiApplication, model: BenchModel
) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """The window with its engine, not yet shown; it has to go before the model."""
    use_typefaces(application)
    engine = QQmlApplicationEngine()
    words = EnglishWords(engine)
    engine.addImportPath(str(HERE))
    engine.setInitialProperties({"model": model})

    def change_words() -> None:
        application.removeTranslator(words)
        if model.language is Language.EN:
            application.installTranslator(words)

    change_words()
    model.languageChanged.connect(change_words)
    model.languageChanged.connect(engine.retranslate)
    engine.loadFromModule("Bench", "Main")
    (window,) = engine.rootObjects()
    assert isinstance(window, QQuickWindow)
    return engine, window


def use_typefaces(application: QGuiApplication) -> None:
    for family, styles in _FACES:
        for style in styles:
            QFontDatabase.addApplicationFont(str(font(family, style)))
    face = QFont()
    face.setFamilies(["Barlow", "Noto Sans SC"])
    application.setFont(face)


def fit(window: QQuickWindow) -> None:
    """As high as designed, or as the screen has room for."""
    screen = window.screen()
    scale = min(1.0, screen.availableGeometry().height() * _ROOM / SIZE[1])
    window.resize(round(SIZE[0] * scale), round(SIZE[1] * scale))
