"""The guides of all vendors, by code."""

from collections.abc import Mapping
from types import MappingProxyType

from bole.connect.delighted.guide import GUIDE as DELIGHTED
from bole.connect.freshdesk.guide import GUIDE as FRESHDESK
from bole.connect.github.guide import GUIDE as GITHUB
from bole.connect.guide import Guide
from bole.connect.jira.guide import GUIDE as JIRA

GUIDES: Mapping[str, Guide] = MappingProxyType({guide.code: guide for guide in (GITHUB, JIRA, FRESHDESK, DELIGHTED)})
