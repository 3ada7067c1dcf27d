"""Pictures, documents, sound and film; renditions; posters, certificates and print editions."""
