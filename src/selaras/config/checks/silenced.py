"""Django's own checks that do not apply here, and why. Read by the settings, so it knows none."""

SILENCED = {
    "security.W004": "our own middleware sends HSTS with https",
    "security.W005": "HSTS covers subdomains on the portal's host only: below an institution's "
    "own domain others may have names",
    "security.W021": "preloading a domain into browsers is the operator's decision",
    "security.W008": "the server in front redirects http to https; the product hears only it",
    "security.W019": "a preview is shown in a frame of the same host",
    "security.W009": "config.E002 asks for the same, with a remedy",
    "security.W012": "config.E014 asks for the same",
    "security.W016": "config.E014 asks for the same",
    "security.W018": "config.E004 asks for the same",
}
