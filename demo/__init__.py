"""What a product team adds, by example: the handlers of the service `demo`, and the guided run.

`demo.handlers` runs in the worker process. All else plays the world outside: GitHub, which sends
deliveries, and the subscribers, who follow what becomes of them.
"""
