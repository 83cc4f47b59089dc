"""A Chinese thermal receipt printer that obeys ESC/POS, as Epson's reference and the SP91 manual tell it."""
