"""What people ask, kept so that nobody is recognised in it (decision 0029)."""
