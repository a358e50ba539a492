"""OpenSearch 2 and 3: the same contract on many machines."""
