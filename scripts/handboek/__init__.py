"""Handboek: a knowledge base of social work in YAML, checked and rendered into a static site."""
