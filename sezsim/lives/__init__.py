"""Rules of lives that are tables and loops over rows: ageing, families, moves."""
