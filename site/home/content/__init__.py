"""Shipped content: YAML files in education/content become pages. Reading and checking first, writing after."""
