"""Findings as text for people, as JSON for programs, as annotations for GitHub."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict

from handboek.findings import Finding, Severity


def as_text(findings: Iterable[Finding]) -> str:
    """`file:line:column: fout[CODE] message`, with the tip on the next line."""
    lines = []
    for finding in findings:
        place = f"{finding.file}:{finding.place.line}:{finding.place.column}"
        lines += [f"{place}: {finding.severity}[{finding.code}] {finding.message}", f"    tip: {finding.tip}"]
    return "\n".join(lines)


def as_json(findings: Iterable[Finding]) -> str:
    """A list of objects with file, line, column, severity, code, message and tip."""
    rows = []
    for finding in findings:
        row = asdict(finding)
        row["line"], row["column"] = row.pop("place")
        rows.append(row)
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: Iterable[Finding]) -> str:
    """Workflow commands, one line each."""
    return "\n".join(_annotation(finding) for finding in findings)


def _annotation(finding: Finding) -> str:
    level = "error" if finding.severity is Severity.FOUT else "warning"
    place = f"file={_escape(finding.file, ':,')},line={finding.place.line},col={finding.place.column}"
    text = _escape(f"{finding.message}\ntip: {finding.tip}")
    return f"::{level} {place},title={finding.code}::{text}"


def _escape(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


FORMATTERS: dict[str, Callable[[Iterable[Finding]], str]] = {"text": as_text, "json": as_json, "github": as_github}
