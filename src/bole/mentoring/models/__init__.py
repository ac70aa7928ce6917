"""Tables of the room."""

from bole.mentoring.models.admission import Application, Eligible, MentorRole, RuleSet
from bole.mentoring.models.agreements import Agreement, AgreementSwitch, Signature
from bole.mentoring.models.effect import Coaching, MentorScore, MethodCard, MethodUse, Retirement
from bole.mentoring.models.frameworks import Framework
from bole.mentoring.models.hours import HoursProposal, MentoringTerms
from bole.mentoring.models.left_topics import LeftTopics
from bole.mentoring.models.matching import MatchRound, MatchRun, Preference, Proposal, Wish
from bole.mentoring.models.meetings import AgendaPoint, Agreed, Meeting, PrivateNote, Report, SkillTest, TextOpening
from bole.mentoring.models.messages import PairMessage
from bole.mentoring.models.office_hours import OfficeHours, OfficePlace
from bole.mentoring.models.pairs import CalendarFeed, Duty, HelpRequest, Mentorship, Pause, Plan, PlanReminder, Reminder
from bole.mentoring.models.projects import Project
from bole.mentoring.models.promotion import Candidate, PanelMember, PanelVoice, PromotionPanel
from bole.mentoring.models.thanks import Thanks

__all__ = [
    "AgendaPoint",
    "Agreed",
    "Agreement",
    "AgreementSwitch",
    "Application",
    "CalendarFeed",
    "Candidate",
    "Coaching",
    "Duty",
    "Eligible",
    "Framework",
    "HelpRequest",
    "HoursProposal",
    "LeftTopics",
    "MatchRound",
    "MatchRun",
    "Meeting",
    "MentorRole",
    "MentorScore",
    "MentoringTerms",
    "Mentorship",
    "MethodCard",
    "MethodUse",
    "OfficeHours",
    "OfficePlace",
    "PairMessage",
    "PanelMember",
    "PanelVoice",
    "Pause",
    "Plan",
    "PlanReminder",
    "Preference",
    "PrivateNote",
    "Project",
    "PromotionPanel",
    "Proposal",
    "Reminder",
    "Report",
    "Retirement",
    "RuleSet",
    "Signature",
    "SkillTest",
    "TextOpening",
    "Thanks",
    "Wish",
]
