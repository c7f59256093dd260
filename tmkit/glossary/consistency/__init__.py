"""Consistency: what is at odds within a glossary, and between a glossary and memories."""
