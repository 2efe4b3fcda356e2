"""A real mail server on loopback for the stories of mail.

Writes each message it receives to a folder, with its envelope. What it answers depends on the
name before the @: `gone` and `dead` do not exist, `full` has a full box, `spam` displeases,
`busy` is refused twice before it is accepted.

Usage: server.py FOLDER [CERTIFICATE KEY [LOGIN PASSWORD]]. Prints its port.
"""

import asyncio
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

FOLDER = sys.argv[1]
CERTIFICATE = sys.argv[2:4]
LOGIN = sys.argv[4:6]

ANSWERS = {
    "gone": "550 5.1.1 <gone@exemple.fr> no such user",
    "dead": "550 no such user here",
    "full": "552 5.2.2 mailbox full",
    "spam": "554 5.7.1 we do not like this",
}


class Box:
    def __init__(self):
        self.busy = 0
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name in ANSWERS:
            return ANSWERS[name]
        if name == "never" or (name == "busy" and self.busy < 2):
            self.busy += 1
            return "451 4.7.1 " + address + " come back later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        about = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "hello": session.host_name,
            "is_protected": session.ssl is not None,
            "is_signed_in": bool(session.authenticated),
        }
        self.count += 1
        path = os.path.join(FOLDER, str(self.count))
        with open(path + ".eml", "wb") as file:
            file.write(envelope.original_content)
        with open(path + ".json", "w") as file:
            json.dump(about, file)
        return "250 2.0.0 taken"


def check(server, session, envelope, mechanism, data):
    said = [data.login.decode(), data.password.decode()]
    # Not "handled": the server itself is to answer 235 or 535.
    return AuthResult(success=said == LOGIN, handled=False)


async def main():
    box = Box()
    options = {"hostname": "mel.exemple.fr", "enable_SMTPUTF8": True}
    if CERTIFICATE:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*CERTIFICATE)
        options.update(tls_context=context, require_starttls=True)
    if LOGIN:
        options.update(authenticator=check, auth_required=True)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(box, **options), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    # The story that started this server holds its input open, and closes it when it ends.
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
