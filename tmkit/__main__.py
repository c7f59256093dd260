"""`python -m tmkit` is the `tmkit` command."""

from tmkit.cli import main

if __name__ == "__main__":
    main()
