"""django-helpdesk taking a ticket: the nearest mature relative of taking a filing, same ORM, same server.

Runs in the peers' environment; its mails go nowhere, its sender is signed in, its writes are as durable.
"""
