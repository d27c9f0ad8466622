"""Approaches or roles side by side, with sources and with silence shown: the table, and the table taken along."""
