"""The models: one per kind, whose field names are the YAML keys, and the parts that they share."""
