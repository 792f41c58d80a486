"""One screen a file: `show_page(page)` in, signals out."""
