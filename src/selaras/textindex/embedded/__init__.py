"""The engine inside our own process (tantivy): one process writes, every process reads.

A folder holds, for each schema, generations of the index and a pointer to the one that answers:

    <schema's name>/writing.lock            held by the process that writes
    <schema's name>/<digest>.current        the number of the generation that answers
    <schema's name>/<digest>-<number>/      one generation; 0 was never rebuilt as a whole

Processes with an older schema go on reading theirs until the newer one is rebuilt. What a killed
process leaves behind is removed by the next one that writes.
"""
