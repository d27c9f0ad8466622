"""List what is inside, as CycloneDX 1.6: what builds the site, and what of others the site carries along.

    python tools/sbom.py sbom.cdx.json

Versions and checksums come from `requirements/site.txt` and `docs/assets/vendor.json`, licences of Python packages from
what they say of themselves where they are installed. The same files give the same list, so it holds no date.
"""

import json
import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements" / "site.txt"
VENDOR = ROOT / "docs" / "assets" / "vendor.json"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)((?:.*\\\n)*.*)", re.MULTILINE)
_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")
_OF_A_CLASSIFIER = "License :: OSI Approved :: "
UNKNOWN = "niet vermeld"


def sbom() -> dict[str, Any]:
    """The whole list."""
    components = sorted([*_python(), *_vendored()], key=lambda component: str(component["bom-ref"]))
    whole = json.dumps(components, sort_keys=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = project["name"], project["version"]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, whole)}",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": name, "name": name, "version": version}},
        "components": components,
    }


def _python() -> list[dict[str, Any]]:
    """The packages that build the site, as locked."""
    found = []
    for name, version, rest in _PINNED.findall(LOCK.read_text(encoding="utf-8")):
        hashes = [{"alg": "SHA-256", "content": digest} for digest in _DIGEST.findall(rest)]
        found.append(
            _component(f"pkg:pypi/{name.lower()}@{version}", name, version, _licence(name)) | {"hashes": hashes}
        )
    return found


def _licence(name: str) -> str:
    """What a package says of its own licence."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return UNKNOWN
    classifiers = [
        row.removeprefix(_OF_A_CLASSIFIER) for row in said.get_all("Classifier") or () if _OF_A_CLASSIFIER in row
    ]
    short = (said.get("License") or "").strip().removeprefix("UNKNOWN")
    return (
        said.get("License-Expression") or (short if 0 < len(short) < 40 else "") or " AND ".join(classifiers) or UNKNOWN
    )


def _vendored() -> list[dict[str, Any]]:
    """What others made and the site carries along, with what is inside it, file by file."""
    found = []
    for package in json.loads(VENDOR.read_text(encoding="utf-8")):
        component = _npm(package["package"], package["version"], package["licence"])
        inside = [
            _npm(part["package"], "", part["licence"], within=component["bom-ref"])
            for part in package.get("contains", ())
        ]
        digests = package.get("files") or {package["derived"]: package["sha256"]}
        files = [_file(component["bom-ref"], path, digest) for path, digest in digests.items()]
        found.append(component | {"components": [*inside, *files]})
    return found


def _npm(name: str, version: str, licence: str, within: str = "") -> dict[str, Any]:
    purl = f"pkg:npm/{quote(name)}" + (f"@{version}" if version else "")
    return _component(purl, name, version, licence) | ({"bom-ref": f"{within}#{name}"} if within else {})


def _component(purl: str, name: str, version: str, licence: str) -> dict[str, Any]:
    component = {"type": "library", "bom-ref": purl, "name": name, "purl": purl}
    return component | ({"version": version} if version else {}) | {"licenses": [{"license": {"name": licence}}]}


def _file(within: str, path: str, digest: str) -> dict[str, Any]:
    hashes = [{"alg": "SHA-256", "content": digest}]
    return {"type": "file", "bom-ref": f"{within}#{path}", "name": path, "hashes": hashes}


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(sbom(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
