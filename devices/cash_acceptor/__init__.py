"""Cash acceptors: what every one of them does, and the protocols that some of them speak."""
