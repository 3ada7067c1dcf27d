from .users import AudienceGroup, User

__all__ = ["AudienceGroup", "User"]
