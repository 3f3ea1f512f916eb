"""Everything that changes who may come in, one verb a file."""
