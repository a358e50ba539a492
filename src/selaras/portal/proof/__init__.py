"""The log in public: signed bundles, heads and keys for machines, and a page for people."""
