"""SSP commands, generic replies, poll events and reject codes by their numbers (GA138). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum


class _Code(IntEnum):
    @property
    def title(self) -> str:
        """As the manual writes it."""
        return self.name.replace("_", " ")


class Command(_Code):
    RESET = 0x01
    SET_CHANNEL_INHIBITS = 0x02
    DISPLAY_ON = 0x03
    DISPLAY_OFF = 0x04
    SETUP_REQUEST = 0x05
    HOST_PROTOCOL_VERSION = 0x06
    POLL = 0x07
    REJECT_BANKNOTE = 0x08
    DISABLE = 0x09
    ENABLE = 0x0A
    GET_SERIAL_NUMBER = 0x0C
    UNIT_DATA = 0x0D
    CHANNEL_VALUE_REQUEST = 0x0E
    CHANNEL_SECURITY_DATA = 0x0F
    SYNC = 0x11
    LAST_REJECT_CODE = 0x17
    HOLD = 0x18
    GET_FIRMWARE_VERSION = 0x20
    GET_DATASET_VERSION = 0x21
    GET_BAR_CODE_READER_CONFIGURATION = 0x23
    SET_BAR_CODE_READER_CONFIGURATION = 0x24
    GET_BAR_CODE_INHIBIT = 0x25
    SET_BAR_CODE_INHIBIT = 0x26
    GET_BAR_CODE_DATA = 0x27
    SET_GENERATOR = 0x4A
    SET_MODULUS = 0x4B
    REQUEST_KEY_EXCHANGE = 0x4C
    SET_BAUD_RATE = 0x4D
    GET_BUILD_REVISION = 0x4F
    CONFIGURE_BEZEL = 0x54
    POLL_WITH_ACK = 0x56
    EVENT_ACK = 0x57
    GET_COUNTERS = 0x58
    RESET_COUNTERS = 0x59
    DISABLE_PAYOUT_DEVICE = 0x5B
    ENABLE_PAYOUT_DEVICE = 0x5C
    SSP_SET_ENCRYPTION_KEY = 0x60
    SSP_ENCRYPTION_RESET_TO_DEFAULT = 0x61


class Answer(_Code):
    """The first byte of every reply."""

    OK = 0xF0
    COMMAND_NOT_KNOWN = 0xF2
    WRONG_NO_PARAMETERS = 0xF3
    PARAMETER_OUT_OF_RANGE = 0xF4
    COMMAND_CANNOT_BE_PROCESSED = 0xF5
    SOFTWARE_ERROR = 0xF6
    FAIL = 0xF8
    KEY_NOT_SET = 0xFA


class EventCode(_Code):
    """What a poll can tell, in its protocol versions up to 8."""

    CHANNEL_DISABLE = 0xB5
    INITIALISING = 0xB6
    NOTE_PAID_INTO_STACKER_AT_POWER_UP = 0xCA
    NOTE_PAID_INTO_STORE_AT_POWER_UP = 0xCB
    NOTE_STACKING = 0xCC
    NOTE_HELD_IN_BEZEL = 0xCE
    BAR_CODE_TICKET_ACKNOWLEDGE = 0xD1
    NOTE_PATH_OPEN = 0xE0
    NOTE_CLEARED_FROM_FRONT = 0xE1
    NOTE_CLEARED_INTO_CASHBOX = 0xE2
    CASHBOX_REMOVED = 0xE3
    CASHBOX_REPLACED = 0xE4
    BAR_CODE_TICKET_VALIDATED = 0xE5
    FRAUD_ATTEMPT = 0xE6
    STACKER_FULL = 0xE7
    DISABLED = 0xE8
    UNSAFE_NOTE_JAM = 0xE9
    SAFE_NOTE_JAM = 0xEA
    NOTE_STACKED = 0xEB
    NOTE_REJECTED = 0xEC
    NOTE_REJECTING = 0xED
    CREDIT_NOTE = 0xEE
    READ_NOTE = 0xEF
    SLAVE_RESET = 0xF1


CHANNEL_EVENTS = frozenset(
    {
        EventCode.READ_NOTE,
        EventCode.CREDIT_NOTE,
        EventCode.FRAUD_ATTEMPT,
        EventCode.NOTE_CLEARED_FROM_FRONT,
        EventCode.NOTE_CLEARED_INTO_CASHBOX,
    }
)
"""Followed by one byte, the channel; 0: not known, or not yet."""

VALUE_EVENTS = frozenset(
    {
        EventCode.NOTE_PAID_INTO_STACKER_AT_POWER_UP,
        EventCode.NOTE_PAID_INTO_STORE_AT_POWER_UP,
        EventCode.NOTE_HELD_IN_BEZEL,
    }
)
"""Followed by seven bytes: the value, 32 bits with the low byte first, and its currency's three letters."""

ACKNOWLEDGED_EVENTS = frozenset(
    {EventCode.CREDIT_NOTE, EventCode.NOTE_CLEARED_INTO_CASHBOX, EventCode.FRAUD_ATTEMPT}
)
"""POLL WITH ACK tells these again until EVENT ACK."""

REJECT_CODES: Mapping[int, str] = {
    0x00: "NOTE ACCEPTED",
    0x01: "NOTE LENGTH INCORRECT",
    0x06: "CHANNEL INHIBITED",
    0x07: "SECOND NOTE INSERTED",
    0x08: "HOST REJECTED NOTE",
    0x0C: "NOTE INHIBITED BY HOST",
    0x0D: "SLOW MECHANISM",
    0x13: "ESCROW TIME-OUT",
    0x1D: "STACK FAILED",
}
"""Those that are told apart; the rest are ways of not being recognised."""
