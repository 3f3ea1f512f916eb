"""시험용 건축물대장: floors of invented buildings in the shape of the public service (`published` protocol)."""
