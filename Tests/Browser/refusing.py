"""A mail server that takes no letter: every recipient is refused for good."""

import contextlib
import socketserver
import threading

REPLY = "550 5.1.1 no such user"


class Conversation(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self):
        self.say("220 refusing.example")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"QUIT":
                self.say("221 bye")
                return
            self.say({b"RCPT": REPLY, b"DATA": "503 no recipient"}.get(verb, "250 refusing.example"))


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextlib.contextmanager
def server():
    """Its port."""
    with Server(("127.0.0.1", 0), Conversation) as refusing:
        threading.Thread(target=refusing.serve_forever, daemon=True).start()
        try:
            yield refusing.server_address[1]
        finally:
            refusing.shutdown()
