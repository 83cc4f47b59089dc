"""What a service has said that it can do (Common.Capabilities). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from devices.contract import COMMANDS, Capabilities

Version: TypeAlias = str
"""`major.minor` of a message."""


@dataclass(frozen=True, slots=True)
class Repertoire:
    """Interfaces and commands, compared without case: frameworks differ in it."""

    interfaces: frozenset[str]
    commands: dict[str, tuple[Version, ...]]

    @classmethod
    def of(cls, capabilities: Capabilities) -> Repertoire:
        commands: dict[str, tuple[Version, ...]] = {}
        for interface in capabilities.interfaces:
            for name, versions in interface.commands.items():
                known = commands.get(name.lower(), ())
                commands[name.lower()] = (*known, *versions.versions)
        names = frozenset(interface.name.lower() for interface in capabilities.interfaces)
        return cls(names, commands)

    def has(self, interface: str) -> bool:
        return interface.lower() in self.interfaces

    def version_of(self, command: str) -> Version | None:
        """The newest minor version of the major one that we speak: services compare it letter by letter."""
        major = COMMANDS[command].version.partition(".")[0]
        offered = self.commands.get(command.lower(), ())
        ours = [version for version in offered if version.partition(".")[0] == major]
        return max(ours, key=_minor, default=None)


def _minor(version: Version) -> int:
    minor = version.partition(".")[2]
    return int(minor) if minor.isdecimal() else 0
