"""The resident's pages, one module per place: find, affair, apply, my, case."""
