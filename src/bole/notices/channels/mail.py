"""Mail: a plain text with a link, by the company's own mail server."""

import smtplib
from collections.abc import Mapping
from email.utils import parseaddr

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from bole.notices.channels.message import Message
from bole.notices.rules.trying import Outcome

SECONDS = 10


def send(server: Mapping[str, str], to: str, message: Message, *, footer: str) -> Outcome:
    """Send to one mailbox. The message's own number is the same at every try."""
    backend = EmailBackend(
        host=server["host"],
        port=int(server["port"]),
        username=server.get("user", ""),
        password=server.get("password", ""),
        use_tls=server.get("security") == "starttls",
        use_ssl=server.get("security") == "tls",
        timeout=SECONDS,
    )
    place = parseaddr(server["sender"])[1].rpartition("@")[2]
    number = "".join(one if one.isalnum() else "." for one in message.key)
    letter = EmailMessage(
        subject=message.title,
        body=f"{message.body}\n\n{message.button}: {message.url}\n\n-- \n{footer}\n",
        from_email=server["sender"],
        to=[to],
        connection=backend,
        headers={"Message-ID": f"<{number}@{place}>", "Auto-Submitted": "auto-generated"},
    )
    try:
        letter.send()
    except smtplib.SMTPRecipientsRefused as refused:
        code = next(iter(refused.recipients.values()))[0]
        return Outcome("gone" if code >= 500 else "later", str(code))
    except smtplib.SMTPResponseException as refused:
        return Outcome("refused" if refused.smtp_code in {552, 554} else "later", str(refused.smtp_code))
    except (OSError, smtplib.SMTPException) as broken:
        return Outcome("later", type(broken).__name__[:40])
    return Outcome("sent", "250")
