"""How fast pages are told, and how fast what changed is told: `make bench`, its second half.

Needs nginx, wrk, taskset and Go beside Python; what is missing is said aloud and left out.
"""
