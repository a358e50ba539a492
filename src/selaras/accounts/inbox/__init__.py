"""The inbox: one list of what waits for a person, worst first. Rooms name what they ask for."""
