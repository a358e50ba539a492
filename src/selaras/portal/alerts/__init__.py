"""Announcements for machines that warn and pass on: CAP 1.2, feeds, schema.org, WebSub.

It stands in the portal, above both what is announced and how machines are answered.
"""
