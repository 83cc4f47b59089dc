"""The towns, lanes and names that invented accounts are put together from."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

from pydantic import BaseModel, ConfigDict

from hall.tariffs.catalogue import UTILITY_FOLDER


class Town(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    name_en: str
    share: int
    lanes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    towns: tuple[Town, ...]
    surnames: str
    given: str

    def any_town(self, random: Random) -> Town:
        return random.choices(self.towns, [town.share for town in self.towns])[0]

    def any_address(self, town: Town, random: Random) -> str:
        return f"{random.choice(town.lanes)} {random.randint(1, 60)} 号 {random.randint(1, 6)}0{random.randint(1, 4)}"

    def any_name(self, random: Random) -> str:
        given = random.choices(self.given, k=random.choices((1, 2), (20, 80))[0])
        return random.choice(self.surnames) + "".join(given)


def read_places(folder: Path = UTILITY_FOLDER) -> Places:
    towns = tomllib.loads((folder / "towns.toml").read_text("utf-8"))["town"]
    people = tomllib.loads((folder / "people.toml").read_text("utf-8"))
    return Places(tuple(Town.model_validate(town) for town in towns), people["surnames"], people["given"])
