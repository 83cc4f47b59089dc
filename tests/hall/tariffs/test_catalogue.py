"""Prices are dated data: read strictly, and chosen by the day."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from hall.tariffs.catalogue import UTILITY_FOLDER, read_catalogue
from hall.tariffs.tariff import Band, NoTariffError

TWO_VERSIONS = """
key = "residential"
name = "居民"
name_en = "Residential"
customer_class = "residential"

[[version]]
valid_from = 2020-01-01
valid_to = 2025-12-31
currency = "CNY"
source = "the first notice"
band = [{ band = "flat", price = "0.500" }]

[[version]]
valid_from = 2026-01-01
currency = "CNY"
source = "the second notice"
band = [{ band = "flat", price = "0.5001" }]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tariffs").mkdir()
    shutil.copy(UTILITY_FOLDER / "late_fee.toml", tmp_path)
    return tmp_path


def write(folder: Path, text: str) -> None:
    (folder / "tariffs" / "residential.toml").write_text(text, "utf-8")


def test_the_day_chooses_the_version(folder: Path) -> None:
    write(folder, TWO_VERSIONS)
    tariff = read_catalogue(folder).tariff("residential")
    assert tariff.version_on(date(2025, 12, 31)).source == "the first notice"
    assert tariff.version_on(date(2026, 1, 1)).bands[0].price_micro == 500_100
    with pytest.raises(NoTariffError):
        tariff.version_on(date(2019, 12, 31))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('price = "0.500"', "price = 0.5"),
        ('price = "0.500"', 'price = "-0.500"'),
        ('price = "0.500"', 'price = "0.5000001"'),
        ('source = "the first notice"', 'sauce = "the first notice"'),
        ('source = "the first notice"', 'source = ""'),
        ('band = "flat"', 'band = "noon"'),
        (
            'source = "the first notice"',
            'source = "x"\ntier = [{ above_kwh = 9, surcharge = "0" }, { above_kwh = 8, surcharge = "0" }]',
        ),
    ],
    ids=["a float", "negative", "too fine", "unknown key", "no source", "unknown band", "tiers that fall"],
)
def test_a_file_that_is_not_quite_right_is_refused(folder: Path, good: str, bad: str) -> None:
    assert good in TWO_VERSIONS
    write(folder, TWO_VERSIONS.replace(good, bad))
    with pytest.raises(ValidationError):
        read_catalogue(folder)


def test_every_price_of_the_utility_names_its_source() -> None:
    catalogue = read_catalogue()
    assert {tariff.key for tariff in catalogue.tariffs} == {
        "residential",
        "residential-tou",
        "residential-shared",
    }
    for tariff in catalogue.tariffs:
        assert all(version.source and version.currency == "CNY" for version in tariff.versions)


def test_the_surcharge_of_a_tier_is_the_same_with_one_price_and_with_two() -> None:
    catalogue = read_catalogue()
    day = date(2026, 11, 25)
    flat = catalogue.tariff("residential").version_on(day)
    tou = catalogue.tariff("residential-tou").version_on(day)
    assert flat.tiers == tou.tiers
    assert flat.large_household == tou.large_household
    assert [band.band for band in tou.bands] == [Band.PEAK, Band.VALLEY]
