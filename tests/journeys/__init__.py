"""Whole affairs in a real browser: the running house, its simulators, one resident, one officer."""
