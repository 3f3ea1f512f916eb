"""One module per kind of outside system. Only the registry loads them, by the path in a setting."""
