"""Classes of data: every field states one, as its `db_comment`."""

from typing import Final

C0: Final = "C0"  # public
C1: Final = "C1"  # internal
C2: Final = "C2"  # personal: private contact, birthday
C3: Final = "C3"  # sensitive: pay, ids, review and mentoring text, final ratings, titles and links of items
C4: Final = "C4"  # secrets
ALL: Final = frozenset({C0, C1, C2, C3, C4})
