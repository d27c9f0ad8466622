"""The commands of `handboek`, by what they are about. What only one command needs is imported there, so that `check` starts fast."""
