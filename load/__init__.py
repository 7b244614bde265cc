"""Benchmarks that set the platform beside a limit or a peer, in one run on one machine."""
