"""The API process without a database: forms, problems, streams and the way of a request."""
