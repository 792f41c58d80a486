"""Files that were written to hurt, each read and inspected in a process whose time and memory are looked at."""
