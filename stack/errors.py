"""What a person is told when something is in the way."""

from __future__ import annotations


class StackError(Exception):
    """A state that the stack cannot go on from: one sentence, and the way out of it."""

    def __init__(self, sentence: str, way_out: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.way_out = way_out

    def __str__(self) -> str:
        return f"{self.sentence}\n{self.way_out}".strip()
