"""The screens of joint releases."""
