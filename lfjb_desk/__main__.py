"""Run LFJB Desk."""

import sys

from lfjb_desk.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
