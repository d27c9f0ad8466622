"""The web server of the tests: an installed nginx, else Debian's, unpacked beside the other tools and started by nobody."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNPACKED = Path(sys.prefix) / "nginx"
_CONFIG = """
daemon off;
error_log stderr;
pid {folder}/pid;
{user}
events {{}}
http {{
  include {types};
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    include {site}/.hosting/nginx.conf;
  }}
}}
"""


def find() -> str | None:
    """The path of an nginx on this computer, or None."""
    installed = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    own = UNPACKED / "usr" / "sbin" / "nginx"
    return installed or (str(own) if own.exists() else None)


def install() -> None:
    """Unpack Debian's package, without making it a service of this computer; say so when that is not possible."""
    if not find() and shutil.which("apt-get"):
        UNPACKED.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", "-q", "nginx", "nginx-common"], cwd=UNPACKED, check=False)
        for package in UNPACKED.glob("*.deb"):
            subprocess.run(["dpkg", "-x", package.name, "."], cwd=UNPACKED, check=False)
    print("nginx:", find() or "none; the tests of its configuration will be skipped")


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site, served on loopback by nginx with the configuration that the site itself holds."""
    program = find()
    assert program
    types = next(path for path in (UNPACKED / "etc/nginx/mime.types", Path("/etc/nginx/mime.types")) if path.exists())
    user = "user root;" if os.geteuid() == 0 else ""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        free.close()
        config = Path(folder) / "nginx.conf"
        config.write_text(_CONFIG.format(folder=folder, port=port, site=site, types=types, user=user), encoding="utf-8")
        process = subprocess.Popen([program, "-p", folder, "-c", str(config), "-e", "stderr"])
        try:
            _wait(process, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Until the server answers; it ends at once when it refuses its configuration."""
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except ConnectionRefusedError:
            time.sleep(0.02)
    raise AssertionError("nginx refuses the configuration")


if __name__ == "__main__" and "--install" in sys.argv:
    install()
