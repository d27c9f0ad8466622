"""What the benches measure is content without faults."""

import sys
from pathlib import Path

from conftest import ROOT
from handboek.checking import checked
from handboek.findings import Severity

sys.path.insert(0, str(ROOT / "bench"))

from generate import generate


def test_a_made_up_project_has_no_faults(tmp_path: Path) -> None:
    project = tmp_path / "project"
    generate(400, project)
    found = checked(project)
    assert len(found.kb.entries) == 400
    assert [finding for finding in found.findings if finding.severity is Severity.FOUT] == []
