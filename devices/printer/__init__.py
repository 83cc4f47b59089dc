"""The receipt printer: a device-neutral slip in, ESC/POS bytes out, and proof that they became paper."""
