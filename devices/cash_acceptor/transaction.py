"""The commands of CashAcceptor, CashManagement and Storage: one note a transaction, and one client in it.

A transaction outlives its client's connection. While that client is there every other one is refused; when it has gone,
the next one that asks takes the transaction over, and after `hold_s` without anybody a held note goes back.
"""

from __future__ import annotations

import asyncio

from devices.call import Call, Client, CommandError, StoppedError
from devices.cash_acceptor import answers
from devices.cash_acceptor import events as told
from devices.cash_acceptor import till as tills
from devices.cash_acceptor.acceptor import Acceptor
from devices.cash_acceptor.events import Reach
from devices.cash_acceptor.till import Phase
from devices.contract import (
    BankNoteTypes,
    CashCounts,
    CashInCompletion,
    CashInStart,
    CashInState,
    CashInStatus,
    CompletionCode,
    ConfigureNoteTypes,
    InputRefuse,
    RefuseReason,
    Reset,
    Storage,
    StorageCashIn,
    StoredCash,
)
from devices.device import Offer

DRAIN_S = 20.0  # reading a note and pushing it out again
MOVE_S = 60.0  # no unit takes so long to stack or return a note
RESET_S = 90.0
_REASONS = {
    told.Refusal.NOT_RECOGNISED: RefuseReason.INVALID_BILL,
    told.Refusal.NOT_TAKEN: RefuseReason.FOREIGN_ITEMS_DETECTED,
    told.Refusal.TOO_MANY: RefuseReason.INVALID_BUNCH,
    told.Refusal.TOO_SOON: RefuseReason.INVALID_BUNCH,
    told.Refusal.FAILED: RefuseReason.DEPOSIT_FAILURE,
}


class Transactions:
    def __init__(self, acceptor: Acceptor) -> None:
        self._acceptor = acceptor
        self._owner: Client | None = None

    def offers(self) -> tuple[Offer, ...]:
        return (
            Offer(
                "CashAcceptor",
                queued={
                    "CashAcceptor.ConfigureNoteTypes": self.configure_note_types,
                    "CashAcceptor.CashInStart": self.cash_in_start,
                    "CashAcceptor.CashIn": self.cash_in,
                    "CashAcceptor.CashInEnd": self.cash_in_end,
                    "CashAcceptor.CashInRollback": self.cash_in_rollback,
                    "CashAcceptor.GetCashInStatus": self.get_cash_in_status,
                },
                events=("CashAcceptor.InsertItemsEvent", "CashAcceptor.InputRefuseEvent"),
            ),
            Offer(
                "CashManagement",
                queued={"CashManagement.Reset": self.reset},
                at_once={"CashManagement.GetBankNoteTypes": self.get_bank_note_types},
                events=("CashManagement.ItemsPresentedEvent", "CashManagement.MediaDetectedEvent"),
            ),
            Offer(
                "Storage",
                at_once={"Storage.GetStorage": self.get_storage},
                events=(
                    "Storage.StorageChangedEvent",
                    "Storage.StorageThresholdEvent",
                    "Storage.CountsChangedEvent",
                ),
            ),
        )

    # --- questions ---

    async def get_bank_note_types(self, _: Call) -> BankNoteTypes:
        return answers.note_types(self._acceptor.notes, self._acceptor.enabled)

    async def get_storage(self, _: Call) -> Storage:
        it = self._acceptor
        return Storage(
            storage={answers.UNIT: answers.storage_unit(it.health, it.till, it.settings, it.notes)}
        )

    async def get_cash_in_status(self, _: Call) -> CashInStatus:
        return answers.cash_in_status(self._acceptor.till)

    async def configure_note_types(self, call: Call) -> None:
        if self._acceptor.till.is_open:
            raise _error("cashInActive")
        wanted = {switch.item: switch.enabled for switch in call.read(ConfigureNoteTypes).items}
        for key, enabled in wanted.items():
            if key not in self._acceptor.notes:
                raise CommandError(CompletionCode.INVALID_DATA, f"no such note type: {key}")
            if enabled and not self._acceptor.is_taken_here(key):
                raise CommandError(CompletionCode.UNSUPPORTED_DATA, f"{key} is no note of this site")
        self._acceptor.enabled |= {key for key, enabled in wanted.items() if enabled}
        self._acceptor.enabled -= {key for key, enabled in wanted.items() if not enabled}

    # --- one note ---

    async def cash_in_start(self, call: Call) -> None:
        asked = call.read(CashInStart)
        if self._acceptor.till.is_open:
            raise _error("cashInActive")
        if asked.input_position not in (None, "inDefault", answers.IN):
            raise _error("unsupportedPosition")
        if asked.output_position not in (None, "outDefault", answers.OUT):
            raise _error("unsupportedPosition")
        if asked.total_items_limit or asked.amount_limit:
            raise CommandError(
                CompletionCode.UNSUPPORTED_DATA, "a transaction takes one note, without limits"
            )
        self._demand_ready()
        self._owner = call.client
        self._acceptor.change((tills.started(self._acceptor.till), ()))

    async def cash_in(self, call: Call) -> CashInCompletion:
        """Let one note in. A note that came back ends it too, with no items: ask again."""
        self._enter(call)
        if self._acceptor.till.in_doubt:
            raise _error("tooManyItems")
        self._demand_ready()
        if not self._acceptor.admitted():
            raise CommandError(
                CompletionCode.DEVICE_NOT_READY, "no note type is enabled that the unit can read"
            )
        self._acceptor.open_slot()
        try:
            await call.wait(self._acceptor.until(lambda: self._acceptor.is_slot_open or self._is_over()))
            if self._acceptor.is_slot_open:
                call.tell("CashAcceptor.InsertItemsEvent")
            await call.wait(self._acceptor.until(self._is_over))
        except StoppedError:
            await self._drain()
            raise
        self._acceptor.close_slot()
        return self._let_in(call)

    def _is_over(self) -> bool:
        return self._acceptor.till.in_doubt or bool(self._acceptor.refusals) or not self._acceptor.is_usable

    def _let_in(self, call: Call) -> CashInCompletion:
        """What came of the open slot."""
        note = self._acceptor.till.transaction.note
        if self._acceptor.till.transaction.phase is Phase.HELD and note is not None:
            return CashInCompletion(items=CashCounts.of({note: 1}))
        if self._acceptor.refusals:
            reason = _REASONS[self._acceptor.refusals[0].refusal]
            call.tell("CashAcceptor.InputRefuseEvent", InputRefuse(reason=reason))
            return CashInCompletion()
        raise self._unready()

    async def _drain(self) -> None:
        """Close the slot behind whoever is in it: a note that is inside goes back before the command ends."""
        it = self._acceptor
        it.close_slot()
        try:
            async with asyncio.timeout(DRAIN_S):
                await it.until(lambda: it.is_slot_closed or it.till.in_doubt or not it.is_usable)
                if it.till.transaction.phase is Phase.HELD:
                    it.move_note(Phase.RETURNING)
                    await it.until(lambda: not it.till.in_doubt or not it.is_usable)
        except TimeoutError:
            return

    async def cash_in_end(self, call: Call) -> StoredCash:
        return await self._finish(call, Phase.STACKING, CashInState.OK)

    async def cash_in_rollback(self, call: Call) -> StoredCash | None:
        await self._finish(call, Phase.RETURNING, CashInState.ROLLBACK)
        return None

    async def _finish(self, call: Call, phase: Phase, wanted: CashInState) -> StoredCash:
        """End the transaction. It ends even where the note goes the other way, and says which."""
        self._enter(call)
        it = self._acceptor
        if not it.till.in_doubt:
            it.end(wanted)
            raise _error("noItems")
        note = it.till.transaction.note
        if it.till.transaction.phase is Phase.HELD:
            it.move_note(phase)
        await self._note_settled(call)
        status = it.till.transaction.status
        stored = StoredCash()
        if status is CashInState.OK and note is not None:
            stored = StoredCash(storage={answers.UNIT: StorageCashIn(deposited=CashCounts.of({note: 1}))})
        if status is not wanted:
            raise CommandError(
                CompletionCode.HARDWARE_ERROR, f"the transaction ended as {status}", payload=stored
            )
        return stored

    async def _note_settled(self, call: Call) -> None:
        """Until the note's end is known. What can't be known now ends the transaction as unknown, for now."""
        it = self._acceptor
        call.on_stop(it.wake)

        def is_lost() -> bool:
            return it.health.jammed or (call.stopped is not None and it.health.reach is not Reach.READY)

        try:
            async with asyncio.timeout(MOVE_S):
                await it.until(lambda: not it.till.in_doubt or is_lost())
        except TimeoutError:
            error = CommandError(CompletionCode.HARDWARE_ERROR, "the note is still on its way")
        else:
            if not it.till.in_doubt:
                return
            error = self._unready() if call.stopped is None else StoppedError(call.stopped)
        it.end(CashInState.UNKNOWN)
        raise error

    # --- reset ---

    async def reset(self, call: Call) -> StoredCash | None:
        """Have the unit clear its path by beginning anew; it ends the transaction."""
        it = self._acceptor
        if it.till.is_open:
            self._demand_owner(call)
        position = call.read(Reset).position
        if position is not None and position.target not in {"outDefault", answers.OUT}:
            raise _error("unsupportedPosition")
        if it.health.reach is Reach.GONE:
            raise self._unready()
        before, count = it.meetings, dict(it.till.box)
        if it.till.transaction.phase is Phase.HELD:
            it.move_note(Phase.RETURNING)
        it.reset_unit()
        call.on_stop(it.wake)
        try:
            async with asyncio.timeout(RESET_S):
                await it.until(
                    lambda: (
                        call.stopped is not None
                        or (it.meetings > before and (it.till.settled or it.health.jammed))
                    )
                )
        except TimeoutError:
            raise CommandError(CompletionCode.HARDWARE_ERROR, "the unit did not come back") from None
        finally:
            if it.till.is_open:
                it.end(CashInState.RESET)
        return self._after_reset(call, count)

    def _after_reset(self, call: Call, before: dict[str, int]) -> StoredCash | None:
        it = self._acceptor
        if it.health.jammed or it.health.reach is not Reach.READY:
            raise self._unready()
        if not it.till.settled:
            raise StoppedError(call.stopped or CompletionCode.TIME_OUT)
        stored = {key: n - before.get(key, 0) for key, n in it.till.box.items() if n != before.get(key, 0)}
        if not stored:
            return None
        return StoredCash(storage={answers.UNIT: StorageCashIn(deposited=CashCounts.of(stored))})

    # --- whose transaction it is ---

    def _enter(self, call: Call) -> None:
        if not self._acceptor.till.is_open:
            raise _error("noCashInActive")
        self._demand_owner(call)

    def _demand_owner(self, call: Call) -> None:
        if self._owner not in (None, call.client) and not self._owner.gone.is_set():
            raise CommandError(CompletionCode.SEQUENCE_ERROR, "another client's transaction is open")
        self._owner = call.client

    async def watch_owner(self) -> None:
        """End a transaction that nobody has come back for."""
        it = self._acceptor
        while True:
            await it.until(lambda: it.till.is_open)
            owner = self._owner
            if owner is not None:
                await self._gone_or_replaced(owner)
            if owner is None or owner.gone.is_set():
                await asyncio.sleep(it.settings.hold_s)
                if it.till.is_open and self._owner is owner:
                    await self._abandon()

    async def _gone_or_replaced(self, owner: Client) -> None:
        it = self._acceptor
        over = it.until(lambda: not it.till.is_open or self._owner is not owner)
        tasks = {asyncio.ensure_future(over), asyncio.ensure_future(owner.gone.wait())}
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()

    async def _abandon(self) -> None:
        it = self._acceptor
        if not it.till.in_doubt:
            it.end(CashInState.ROLLBACK)
        elif it.till.transaction.phase is Phase.HELD:
            it.move_note(Phase.RETURNING)
        await it.until(lambda: not it.till.is_open)

    # --- refusals ---

    def _demand_ready(self) -> None:
        if not self._acceptor.is_ready:
            raise self._unready()

    def _unready(self) -> CommandError:
        health = self._acceptor.health
        if health.jammed:
            return CommandError(CompletionCode.HARDWARE_ERROR, "a note is jammed")
        if health.reach is Reach.FAULTY:
            return CommandError(CompletionCode.HARDWARE_ERROR, health.reason)
        if health.reach is Reach.READY and (health.box_full or health.box_out):
            what = "full" if health.box_full else "out"
            return CommandError(
                CompletionCode.COMMAND_ERROR_CODE, f"the cash box is {what}", error_code="cashUnitError"
            )
        return CommandError(CompletionCode.DEVICE_NOT_READY, health.reason or health.reach.name.lower())


def _error(code: str) -> CommandError:
    return CommandError(CompletionCode.COMMAND_ERROR_CODE, error_code=code)
