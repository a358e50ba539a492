"""The editors' screens for what belongs to a site beside its pages."""
