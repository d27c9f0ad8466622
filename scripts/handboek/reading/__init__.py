"""From YAML files to nodes with places to typed items."""
