"""Indonesian text made ready for searching: words, stems, synonyms, spelling. Plain Python."""
