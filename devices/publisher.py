"""The service publisher: tells a client which services there are, and where (CWA 17852, service discovery)."""

from __future__ import annotations

from collections.abc import Sequence

from devices.call import Call
from devices.contract import PATH, Services
from devices.contract import Service as ServiceAddress
from devices.device import Offer
from devices.service import Service

VENDOR = "Brighthall"
NAME = "ServicePublisher"


def publisher_of(services: Sequence[Service]) -> Service:
    """Every service by its address as this client reaches us: a URI a detail event, then all of them."""

    async def get_services(call: Call) -> Services:
        uris = [
            ServiceAddress(service_uri=f"ws://{call.client.address}{PATH}/{service.name}")
            for service in services
        ]
        for uri in uris:
            call.tell("ServicePublisher.ServiceDetailEvent", Services(vendor_name=VENDOR, services=(uri,)))
        return Services(vendor_name=VENDOR, services=tuple(uris))

    publisher = Service(NAME)
    publisher.offer(
        Offer(
            NAME,
            at_once={"ServicePublisher.GetServices": get_services},
            events=("ServicePublisher.ServiceDetailEvent",),
        )
    )
    return publisher
