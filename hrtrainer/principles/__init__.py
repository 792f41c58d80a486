"""The yardstick: principle sets, behaviours, and the mark of one choice. Pure."""
