"""Maps as drawings: base drawings that pages share, and what each map shows on top of them."""
