"""What a stranger may see of a name."""

from __future__ import annotations


def masked_name(name: str) -> str:
    """`陈秀芳` is `陈*芳`, `陈芳` is `陈*`; a longer name does not tell its length."""
    letters = name.strip()
    if len(letters) <= 1:
        return "*"
    return f"{letters[0]}*{letters[-1]}" if len(letters) > 2 else f"{letters[0]}*"
