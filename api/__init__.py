"""The gateway process: HTTP in, one call into the database, HTTP out.

It is an engine and knows no endpoint: paths, arguments, permissions and documentation come from
`gateway.catalogue()`, and every answer from `gateway.invoke(…)`.
"""
