"""`python -m stack`, which ./howdah hands over to."""

from stack.cli import main

main()
