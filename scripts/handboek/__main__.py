"""`python -m handboek`: the command line of the handbook."""

from handboek.cli import main

main()
