"""A browser's part of HTTP: keep-alive connections, a log-in by the form, and requests at set times."""

import asyncio
import re
import time
import urllib.parse

TIMEOUT = 30  # Seconds for one answer.


class Answer:
    """What came back, and how many seconds after it was due."""

    def __init__(self, status, headers, body, seconds):
        self.status, self.headers, self.body, self.seconds = status, headers, body, seconds


class Visitor:
    """Somebody with a browser; as many connections as there are requests at a time."""

    def __init__(self, port):
        self.port, self.authority = port, f"127.0.0.1:{port}"
        self.cookie, self.idle = None, []

    async def get(self, path, due=None):
        return await self._send("GET", path, b"", due)

    async def log_in(self, address, password):
        """By the page's own form."""
        page = (await self.get("/login?lang=fr")).body.decode()
        key = re.search(r'name="formKey" value="([^"]*)"', page).group(1)
        fields = {"formKey": key, "next": "", "address": address, "password": password, "code": ""}
        answer = await self._send("POST", "/login?lang=fr", urllib.parse.urlencode(fields).encode())
        if answer.status != 303:
            raise SystemExit(f"log-in of {address} was answered {answer.status}")
        self.cookie = answer.headers["set-cookie"].split(";")[0]
        return self

    def close(self):
        for _, writer in self.idle:
            writer.close()
        self.idle = []

    async def _send(self, method, path, body, due=None):
        due = due or time.perf_counter()
        # An idle connection may have been closed by the server meanwhile: then a new one is opened.
        while self.idle:
            connection = self.idle.pop()
            try:
                return await self._exchange(connection, method, path, body, due)
            except (asyncio.IncompleteReadError, ConnectionError):
                connection[1].close()
        connection = await asyncio.open_connection("127.0.0.1", self.port)
        return await self._exchange(connection, method, path, body, due)

    async def _exchange(self, connection, method, path, body, due):
        reader, writer = connection
        writer.write(self._head(method, path, body) + body)
        async with asyncio.timeout(TIMEOUT):
            status, headers = await self._read_head(reader)
            content = await self._read_body(reader, headers)
        seconds = time.perf_counter() - due
        if headers.get("connection") == "close":
            writer.close()
        else:
            self.idle.append(connection)
        return Answer(status, headers, content, seconds)

    def _head(self, method, path, body):
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.authority}", "Accept: text/html", "Accept-Language: fr"]
        if self.cookie:
            lines.append(f"Cookie: {self.cookie}")
        if method == "POST":
            lines += [f"Origin: http://{self.authority}", "Content-Type: application/x-www-form-urlencoded",
                      f"Content-Length: {len(body)}"]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    @staticmethod
    async def _read_head(reader):
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").strip().split("\r\n")
        headers = {}
        for line in lines:
            name, value = line.split(":", 1)
            headers[name.lower()] = value.strip()
        return int(first.split()[1]), headers

    @staticmethod
    async def _read_body(reader, headers):
        if headers.get("transfer-encoding") != "chunked":
            return await reader.readexactly(int(headers.get("content-length", 0)))
        parts = []
        while size := int(await reader.readline(), 16):
            parts.append(await reader.readexactly(size))
            await reader.readline()
        await reader.readline()
        return b"".join(parts)


def checked(answer, path):
    if answer.status != 200:
        raise SystemExit(f"{path} was answered {answer.status}")
    return answer


async def one_by_one(visitor, paths, count):
    """Seconds of `count` requests, each after the answer to the one before."""
    return [checked(await visitor.get(path), path).seconds for path in paths(count)]


async def at_a_rate(visitor, paths, rate, seconds):
    """Seconds from the instant at which each request was due: one that waits for others waits in the figure, too.

    And how many were turned away because the server had too many to do (503).
    """
    start, requests = time.perf_counter() + 0.1, []
    for number, path in enumerate(paths(int(rate * seconds))):
        due = start + number / rate
        await asyncio.sleep(max(0, due - time.perf_counter()))
        requests.append((path, asyncio.create_task(visitor.get(path, due))))
    answers = [(path, await request) for path, request in requests]
    turned_away = sum(answer.status == 503 for _, answer in answers)
    return [(answer if answer.status == 503 else checked(answer, path)).seconds for path, answer in answers], turned_away
