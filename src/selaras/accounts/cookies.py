"""Names of cookies: with https, browsers keep `__Host-` ones for exactly this host."""


def cookie_name(name: str, scheme: str) -> str:
    return f"__Host-{name}" if scheme == "https" else name
