"""Doors and what stands at them: residents, officers, setting up, the demonstration."""
