"""Rules of the labour market that are loops over rows, firms and pools."""
