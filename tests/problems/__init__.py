"""Content with mistakes in, the exact lines that editors read out."""
