from .consents import GuardianConsent, GuardianRelation
from .users import AudienceGroup, User

__all__ = ["AudienceGroup", "GuardianConsent", "GuardianRelation", "User"]
