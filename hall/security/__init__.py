"""Who a kiosk is, and what is refused."""
