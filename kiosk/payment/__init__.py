"""The money heart of the kiosk: machine, journal, runner; no page knows how it works."""
