"""The day on which something is looked at: as the builder sets it, else today."""

import os
from datetime import UTC, date, datetime


def vandaag() -> str:
    """The day of SOURCE_DATE_EPOCH where the builder set it, so that a build can be repeated; else today's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()).isoformat()
