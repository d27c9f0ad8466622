"""The checks: one visible table, one invariant each, all findings at once."""

from collections.abc import Callable, Iterator

from handboek.checks import (
    chains,
    claims,
    curricula,
    moves,
    persons,
    references,
    residents,
    rights,
    silence,
    sources,
    vergelijkingen,
    versions,
)
from handboek.findings import Finding
from handboek.knowledge import KnowledgeBase

Check = Callable[[KnowledgeBase], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    references.existing,
    references.right_soort,
    references.not_itself,
    references.not_withdrawn,
    silence.silence_spelled,
    sources.statements_sourced,
    sources.known_bron,
    sources.known_section,
    claims.figures_in_claims,
    claims.contradictions_named,
    claims.contradictions_known,
    claims.units_given,
    chains.axis_has_poles,
    chains.wider_group_ends,
    chains.competency_has_role,
    chains.competency_in_practice,
    chains.shift_carried,
    chains.method_used,
    chains.dilemma_asks_competency,
    chains.transition_asks_what_role_names,
    curricula.activities_serve_outcomes,
    curricula.outcomes_served,
    curricula.outcomes_unique,
    curricula.sessions_in_time,
    vergelijkingen.items_comparable,
    vergelijkingen.each_once,
    curricula.no_cycle,
    curricula.outcomes_assessed,
    curricula.outcomes_practised,
    curricula.numbers_in_order,
    versions.nothing_for_teachers,
    moves.moves_arrive,
    persons.nobody_named,
    persons.nobody_reached,
    residents.nobody_recognised,
    rights.nothing_copied,
    rights.licence_known,
)


def check(kb: KnowledgeBase) -> list[Finding]:
    """What all checks find in the knowledge base."""
    return [finding for run in CHECKS for finding in run(kb)]
