"""The device host's client: XFS4IoT over WebSockets (CWA 17852), on Qt's event loop.

Pure: dialogue, repertoire, script, notes, till, cash_state, printer_state, alarm. Edges: connection, service, cash,
printer, watch.
"""

from kiosk.devices.alarm import Alarm
from kiosk.devices.cash import Cash
from kiosk.devices.opening import Devices, open_devices
from kiosk.devices.printer import Printer

__all__ = ["Alarm", "Cash", "Devices", "Printer", "open_devices"]
