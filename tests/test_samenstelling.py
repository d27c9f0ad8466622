"""What is inside is known: every package and every file of others, with version, checksum and licence."""

import json
import re
import sys
from pathlib import Path

from conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import sbom

ASSETS = ROOT / "docs" / "assets"
VENDORED = json.loads((ASSETS / "vendor.json").read_text(encoding="utf-8"))
OPENING = {
    "MIT": "Permission is hereby granted, free of charge",
    "Apache-2.0": "Apache License",
    "OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1",
    "ISC": "Permission to use, copy, modify, and/or distribute",
}
"""How the licences start that a site of a municipality can carry along; none asks to open what stands beside it."""
FOR_DATA = {"CC-BY-4.0", "ISC", "BSD-3-Clause OR CC-BY-3.0"}


def test_every_file_of_others_stands_beside_the_licence_that_it_names() -> None:
    for package in VENDORED:
        if "derived" in package:
            assert package["licence"] in FOR_DATA
            assert package["attribution"]
            continue
        for part in (package, *package.get("contains", ())):
            text = (ASSETS / part["licence_file"]).read_text(encoding="utf-8")
            assert OPENING[part["licence"]].casefold() in " ".join(text.split()).casefold(), part["package"]


def test_every_licence_of_others_is_named_in_the_licence_of_the_whole() -> None:
    whole = (ROOT / "LICENSE.md").read_text(encoding="utf-8")
    for package in VENDORED:
        folder = next(iter(package.get("files", ())), "").partition("/")[0]
        assert package["package"] in whole or f"docs/assets/{folder}/" in whole, package["package"]


def test_every_packed_script_is_recorded() -> None:
    recorded = {name for package in VENDORED for name in package.get("files", ())}
    for path in ASSETS.rglob("*.js"):
        if path.relative_to(ASSETS).as_posix() not in recorded:
            assert max(map(len, path.read_text(encoding="utf-8").splitlines())) < 400, f"{path} is packed: whose is it?"


def test_the_list_of_what_is_inside_is_whole_and_always_the_same() -> None:
    listed = sbom.sbom()
    assert (listed["bomFormat"], listed["specVersion"]) == ("CycloneDX", "1.6")
    assert listed == sbom.sbom()
    purls = {component["purl"]: component for component in listed["components"]}
    locked = re.findall(r"^([\w.-]+)==(\S+)", Path(sbom.LOCK).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(locked) > 20
    for name, version in locked:
        component = purls.pop(f"pkg:pypi/{name.lower()}@{version}")
        assert component["hashes"]
        assert component["licenses"][0]["license"]["name"] != sbom.UNKNOWN, name
    assert {component["name"] for component in purls.values()} == {package["package"] for package in VENDORED}
    files = {part["name"] for component in purls.values() for part in component["components"] if part["type"] == "file"}
    assert files == {name for package in VENDORED for name in package.get("files", [package.get("derived")])}
    refs = re.findall(r'"bom-ref": "([^"]+)"', json.dumps(listed))
    assert len(refs) == len(set(refs))
