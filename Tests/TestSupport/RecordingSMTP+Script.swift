extension RecordingSMTP {
    /// The server itself, for Debian's `python3-aiosmtpd`: answers by rules read from standard input (one
    /// JSON object a line, each acknowledged on standard output), appends what it stores to the transcript
    /// before it answers, and ends when its standard input does, so that it cannot outlive the tests.
    static let program = #"""
        import asyncio, base64, json, ssl, sys, time

        try:
            from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword, syntax
        except ImportError as error:
            print(json.dumps({"error": f"{error}: run apt-get install python3-aiosmtpd"}))
            sys.exit(3)

        options = json.loads(sys.argv[1])
        rules = {}
        transcript = open(options["transcript"], "a", buffering=1)

        def record(kind, **fields):
            transcript.write(json.dumps({"kind": kind, "received_at": time.time(), **fields}) + "\n")

        def reply(name, otherwise):
            """A list is used up from its front, its last element stays; a string always answers."""
            rule = rules.get(name)
            if isinstance(rule, list):
                rule = rule.pop(0) if len(rule) > 1 else (rule[0] if rule else None)
            return rule or otherwise

        def spend(name):
            count = rules.get(name) or 0
            rules[name] = max(0, count - 1)
            return count > 0

        class Handler:
            async def handle_EHLO(self, server, session, envelope, hostname, responses):
                session.host_name = hostname
                return responses

            async def handle_MAIL(self, server, session, envelope, address, mail_options):
                status = reply("mail", "250 2.1.0 OK")
                if status.startswith("2"):
                    envelope.mail_from = address
                return await server.answered(status)

            async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
                status = reply("rcpt:" + address, "250 2.1.5 OK")
                if status.startswith("2"):
                    envelope.rcpt_tos.append(address)
                return await server.answered(status)

            async def handle_DATA(self, server, session, envelope):
                status = reply("content", "250 2.0.0 stored")
                if status.startswith("2"):
                    record("message", mail_from=envelope.mail_from, rcpts=envelope.rcpt_tos,
                           data=base64.b64encode(envelope.original_content).decode(),
                           tls=session.ssl is not None, hello=session.host_name,
                           user=getattr(session.auth_data, "login", b"").decode())
                if spend("cutAfterStore"):
                    server.transport.abort()
                    return status
                if spend("silentAfterStore"):
                    await asyncio.Event().wait()
                return await server.answered(status)

        class Server(SMTP):
            async def answered(self, status):
                """421 means that the server closes the connection after the reply."""
                if status.startswith("421"):
                    loop = asyncio.get_running_loop()
                    loop.call_later(0.05, lambda: self.transport and self.transport.close())
                return status

            async def push(self, status):
                text = status if isinstance(status, str) else status.decode()
                if text.startswith("220 ") and not getattr(self, "greeted", False):
                    self.greeted = True
                    record("connection")
                    if spend("silentGreeting"):
                        await asyncio.Event().wait()
                    text = reply("greeting", text)
                await super().push(text)

            async def smtp_DATA(self, arg):
                status = reply("data", "")
                if status:
                    await self.push(await self.answered(status))
                    return
                await super().smtp_DATA(arg)

            @syntax("STARTTLS", when="tls_context")
            async def smtp_STARTTLS(self, arg):
                if rules.get("injectBeforeTLS"):
                    await self.push("220 Ready\r\n250 injected")
                    return
                await super().smtp_STARTTLS(arg)

        def authenticate(server, session, envelope, mechanism, data):
            good = isinstance(data, LoginPassword) and (
                data.login.decode(), data.password.decode()) == (options["user"], options["password"])
            return AuthResult(success=good, handled=False, auth_data=data if good else None)

        def factory():
            tls = None
            if options["certificate"]:
                tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                tls.load_cert_chain(options["certificate"], options["key"])
            login = bool(options["user"])
            return Server(
                Handler(), hostname="mx.entente.example", ident="recording", loop=asyncio.get_running_loop(),
                tls_context=tls if options["security"] == "starttls" else None,
                require_starttls=options["security"] == "starttls",
                auth_required=login, auth_require_tls=options["security"] == "starttls",
                authenticator=authenticate if login else None, timeout=60)

        async def main():
            loop = asyncio.get_running_loop()
            context = None
            if options["security"] == "tls":
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(options["certificate"], options["key"])
            server = await loop.create_server(factory, "127.0.0.1", options["port"], ssl=context)
            print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
            reader = asyncio.StreamReader(limit=1 << 20)
            await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
            while line := await reader.readline():
                rules.clear()
                rules.update(json.loads(line))
                print(json.dumps({"ok": True}), flush=True)

        asyncio.run(main())
        """#
}
