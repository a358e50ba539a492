"""Every site as it will be: pages read as if an announcement in preparation were public."""
