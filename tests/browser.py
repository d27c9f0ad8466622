"""The browser of the tests: an installed Chrome or Chromium, else Debian's, else the one that Playwright fetches."""

import os
import shutil
import subprocess
import sys

from handboek.zoeken.browser import find


def _attempts() -> list[list[str]]:
    """The ways to get a browser, in the order in which they are tried."""
    attempts = []
    if shutil.which("apt-get") and os.geteuid() == 0:
        install = "DEBIAN_FRONTEND=noninteractive apt-get install -q -y"
        attempts.append(
            [
                "sh",
                "-c",
                f"apt-get update -q && ({install} chromium-headless-shell fonts-liberation || {install} chromium)",
            ]
        )
    attempts.append([sys.executable, "-m", "playwright", "install", "chromium"])
    return attempts


def install() -> str:
    """The path of a browser, installed when there was none; ends the program when that is not possible."""
    path = find()
    for command in _attempts():
        if path:
            break
        subprocess.run(command, check=False)
        path = find()
    if not path:
        sys.exit(
            "The browser tests need Chrome or Chromium, and none could be installed here. Install one and try again."
        )
    return path


if __name__ == "__main__":
    print("browser:", install() if "--install" in sys.argv else find())
