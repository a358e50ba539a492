"""What Wagtail logs becomes an audit entry, and the audit knows what stands behind it."""
