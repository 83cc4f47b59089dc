"""One XFS4IoT service: takes in what its clients send, and answers each command once (CWA 17852, part 1).

Acknowledge, then events, then one completion. Commands run one at a time in order of arrival, over all
connections; some are answered past the queue. Whatever a client sends, the service and its other clients live.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from typing import Any

from devices import replies
from devices.call import Call, Client, CommandError, StoppedError
from devices.contract import (
    COMMANDS,
    AcknowledgeStatus,
    CompletionCode,
    Interface,
    Message,
    MessageType,
    Versions,
    Wire,
    payload_of,
)
from devices.contract import EVENTS as KNOWN_EVENTS
from devices.device import Handler, Offer
from devices.intake import Refused, Unanswerable, take_in

log = logging.getLogger(__name__)

QUEUE_MAX = 64


class Service:
    """`run` must be running for queued commands to be done."""

    def __init__(self, name: str, unsolicited: MessageType = MessageType.UNSOLICITED) -> None:
        self.name = name
        self._unsolicited = unsolicited
        self._offers: list[Offer] = []
        self._queued: dict[str, Handler] = {}
        self._at_once: dict[str, Handler] = {}
        self._clients: set[Client] = set()
        self._calls: dict[tuple[Client, int], Call] = {}
        self._waiting: list[Call] = []
        self._arrived = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()

    def offer(self, *offers: Offer) -> None:
        """Called before the first client comes."""
        self._offers += offers
        for offer in offers:
            self._queued |= offer.queued
            self._at_once |= offer.at_once

    def interfaces(self) -> tuple[Interface, ...]:
        """What Common.Capabilities tells of them."""
        return tuple(
            Interface(
                name=offer.interface,
                commands={
                    name: Versions(versions=(COMMANDS[name].version,))
                    for name in (*offer.queued, *offer.at_once)
                },
                events={name: Versions(versions=(KNOWN_EVENTS[name].version,)) for name in offer.events}
                or None,
                maximum_requests=QUEUE_MAX,
            )
            for offer in self._offers
        )

    # --- clients ---

    def connected(self, client: Client) -> None:
        self._clients.add(client)

    def disconnected(self, client: Client) -> None:
        """Its commands, waiting or running, are to stop."""
        self._clients.discard(client)
        client.gone.set()
        for call in self.calls_of(client):
            call.stop(CompletionCode.CANCELED)

    def calls_of(self, client: Client, request_ids: Iterable[int] | None = None) -> list[Call]:
        wanted = None if request_ids is None else set(request_ids)
        return [
            call
            for (owner, request_id), call in self._calls.items()
            if owner is client and (wanted is None or request_id in wanted)
        ]

    def publish(self, name: str, payload: Wire | None = None) -> None:
        self.publish_json(name, payload_of(payload))

    def publish_json(self, name: str, payload: dict[str, Any] | None) -> None:
        message = replies.unsolicited(name, payload, self._unsolicited)
        for client in tuple(self._clients):
            client.say(message)

    # --- commands ---

    def receive(self, client: Client, text: str | bytes) -> None:
        """Take in one message of a client."""
        match take_in(text, lambda request_id: (client, request_id) in self._calls):
            case Unanswerable(why):
                log.warning("%s: dropped a message of %s: %s", self.name, client.address, why)
            case Refused(name, request_id, version, status):
                client.say(replies.acknowledge(name, request_id, version, status))
            case Message() as message:
                self._accept(Call(client, message))

    def _accept(self, call: Call) -> None:
        header = call.message.header
        queued = call.name in self._queued and self._speaks(call)
        full = queued and len(self._waiting) >= QUEUE_MAX
        status = AcknowledgeStatus.TOO_MANY_REQUESTS if full else None
        call.client.say(replies.acknowledge(call.name, call.request_id, header.version, status))
        if full:
            return
        self._calls[call.client, call.request_id] = call
        if header.timeout:
            asyncio.get_running_loop().call_later(header.timeout / 1000, call.stop, CompletionCode.TIME_OUT)
        if queued:
            self._waiting.append(call)
            self._arrived.set()
            call.on_stop(lambda: self._give_up(call))
        else:
            task = asyncio.create_task(self._do(call, self._at_once.get(call.name)))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _speaks(self, call: Call) -> bool:
        return call.message.header.version == COMMANDS[call.name].version

    def _give_up(self, call: Call) -> None:
        """A command that was stopped while it waited ends at once."""
        if call in self._waiting:
            self._waiting.remove(call)
            assert call.stopped is not None
            self._complete(call, replies.failed(call, StoppedError(call.stopped)))

    async def run(self) -> None:
        """Do what is queued, until cancelled."""
        while True:
            while not self._waiting:
                self._arrived.clear()
                await self._arrived.wait()
            call = self._waiting.pop(0)
            await self._do(call, self._queued[call.name])

    async def _do(self, call: Call, handler: Handler | None) -> None:
        try:
            message = replies.succeeded(call, await self._handler_of(call, handler)(call))
        except CommandError as error:
            message = replies.failed(call, error)
        except Exception:
            log.exception("%s: %s failed by a fault of ours", self.name, call.name)
            message = replies.failed(call, CommandError(CompletionCode.INTERNAL_ERROR))
        self._complete(call, message)

    def _handler_of(self, call: Call, handler: Handler | None) -> Handler:
        if call.stopped is not None:
            raise StoppedError(call.stopped)
        if handler is not None and self._speaks(call):
            return handler
        ours = {offer.interface.lower() for offer in self._offers}
        if call.name.split(".")[0].lower() not in ours:
            raise CommandError(CompletionCode.INVALID_COMMAND, f"{self.name} has no such interface")
        if call.name in self._queued or call.name in self._at_once:
            raise CommandError(
                CompletionCode.UNSUPPORTED_COMMAND, f"version {COMMANDS[call.name].version} is spoken here"
            )
        raise CommandError(CompletionCode.UNSUPPORTED_COMMAND)

    def _complete(self, call: Call, message: Message) -> None:
        """Once for each call; its number is free again, and a client that is gone hears nothing."""
        if self._calls.pop((call.client, call.request_id), None) is call:
            call.client.say(message)
