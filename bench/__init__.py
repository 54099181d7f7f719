"""Speed, measured on this machine in one run: `make bench` prints all of it, each file its own part."""
