"""The app on a phone: its worker, its manifest, whose phone it is, and entries that come once, however often they are sent."""
