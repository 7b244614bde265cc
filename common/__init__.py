"""What the API process and the workers both need: settings, the database, telemetry."""
