"""What the tests of accounts share."""

PASSWORD = "Mingbai-2026"
ADULT, CHILD = 1990, 2020


def signed_in(client) -> bool:
    return "_auth_user_id" in client.session
