"""Connect: outside systems in and out. One folder a vendor, all of one shape; files in and out."""
