"""Lighthouse on the main pages, as a phone. Its packages lie in this folder alone and are installed by the bench."""
