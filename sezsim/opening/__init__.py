"""The opening economy of January 2010, from the opening table to balance sheets that agree."""
