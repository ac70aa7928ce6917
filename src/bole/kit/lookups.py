"""`among`: a list of thousands of keys as one parameter, where Django's `in` makes one of each and compiles them all."""

import json
from typing import Any

from django.db.models import Field, ForeignObject, Lookup


@ForeignObject.register_lookup
@Field.register_lookup
class Among(Lookup):
    """`field__among=[…]`: text or whole numbers."""

    lookup_name = "among"
    prepare_rhs = False

    def get_db_prep_lookup(self, value: Any, connection: Any) -> Any:  # noqa: ANN401  (Django's shape)
        """Return the one parameter."""
        keys = list(value)
        return "%s", [keys if connection.vendor == "postgresql" else json.dumps(keys)]

    def as_sql(self, compiler: Any, connection: Any) -> Any:  # noqa: ANN401
        """Return the condition."""
        column, column_params = self.process_lhs(compiler, connection)
        mark, params = self.process_rhs(compiler, connection)
        if connection.vendor == "postgresql":
            return f"{column} = ANY({mark})", [*column_params, *params]
        return f"{column} IN (SELECT value FROM json_each({mark}))", [*column_params, *params]
