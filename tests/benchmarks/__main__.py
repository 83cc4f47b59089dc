"""`make bench`: every measurement, each beside its peer in the same run."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

ORDER = ("payment", "hall", "kiosk")


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("only", nargs="*", choices=[*ORDER, []], help="which (all)")
    chosen = parser.parse_args().only or ORDER
    for name in chosen:
        print(f"— {name}", flush=True)
        module = importlib.import_module(f"tests.benchmarks.bench_{name}")
        module.main([])
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    sys.exit(main())
