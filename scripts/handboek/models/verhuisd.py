"""verhuisd: items that got another id, so that links to the old address still arrive."""

from pydantic import Field

from handboek.models.basis import Model, NaarItem


class Verhuizing(Model):
    """Een item dat een andere id kreeg."""

    van: NaarItem = Field(description="Waar het stond: `methoden/aanbellen-in-de-buurt`.")
    naar: NaarItem = Field(description="Waar het nu staat: `methoden/aanbellen`.")


class Verhuisd(Model):
    """De items die een andere id kregen."""

    verhuisd: tuple[Verhuizing, ...] = Field(min_length=1, description="De verhuizingen.")
