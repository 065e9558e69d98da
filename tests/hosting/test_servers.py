"""The settings in `docs/hosting` work: each server is started with them and asked for pages."""

from __future__ import annotations

import getpass
import http.client
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder.build import BuildOptions, build_site
from site_builder.directory_adapter import write_directory
from site_builder.urls import SERVICE_WORKER
from tests.support import FULL_CONTENT, ROOT, TODAY

HOSTING = ROOT / "docs" / "hosting"
NAME = "astrakhan-kazakhs.example"
NGINX_AROUND = """\
daemon off;
user {user};
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _replace(text: str, changes: dict[str, str]) -> str:
    """Replace what a reader of the settings replaces too; all of it must be there."""
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running web server."""

    port: int

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path."""
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        with (
            socket.create_connection(("127.0.0.1", self.port), timeout=10) as raw,
            context.wrap_socket(raw, server_hostname=NAME) as secured,
            closing(http.client.HTTPSConnection(NAME, self.port)) as connection,
        ):
            connection.sock = secured
            connection.request("GET", path, headers={"Host": NAME, **headers})
            with connection.getresponse() as response:
                return Answer(response.status, response.headers, response.read())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a site, a file with a dot in front and a link that leads out of it."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("secret", "utf-8")
    folder = tmp_path_factory.mktemp("hosted") / "site"
    folder.mkdir()
    write_directory(build_site(FULL_CONTENT, BuildOptions(TODAY)), folder)
    (folder / SERVICE_WORKER).write_text("//", "utf-8")
    (folder / "404.html").write_text("<p>nothing here</p>", "utf-8")
    (folder / ".hidden").write_text("hidden", "utf-8")
    (folder / ".well-known").mkdir(exist_ok=True)
    (folder / ".well-known" / "security.txt").write_text("Contact", "utf-8")
    (folder / "leak.txt").symlink_to(outside / "secret.txt")
    return folder


def _nginx(folder: Path, site: Path, port: int) -> list[str]:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1",
         "-subj", f"/CN={NAME}", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    changes = {
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
        "listen 80;": f"listen 127.0.0.1:{_free_port()};",
        "/etc/ssl/certs/astrakhan-kazakhs.pem": f"{folder}/cert.pem",
        "/etc/ssl/private/astrakhan-kazakhs.key": f"{folder}/key.pem",
        "/srv/astrakhan-kazakhs/site": str(site),
    }
    settings = _replace((HOSTING / "nginx.conf").read_text("utf-8"), changes)
    (folder / "site.conf").write_text(settings, "utf-8")
    (folder / "nginx.conf").write_text(
        NGINX_AROUND.format(folder=folder, user=getpass.getuser()), "utf-8"
    )
    program = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    return [str(program), "-c", f"{folder}/nginx.conf", "-e", f"{folder}/start.log"]


def _caddy(folder: Path, site: Path, port: int) -> list[str]:
    changes = {
        f"{NAME} {{": f"{NAME}:{port} {{\n\ttls internal\n\tbind 127.0.0.1",
        "/srv/astrakhan-kazakhs/site": str(site),
    }
    text = _replace((HOSTING / "Caddyfile").read_text("utf-8"), changes)
    around = f"{{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n\tstorage file_system {folder}\n}}\n"
    (folder / "Caddyfile").write_text(around + text, "utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", f"{folder}/Caddyfile"]


@pytest.fixture(scope="module", params=[_nginx, _caddy], ids=["nginx", "caddy"])
def server(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Start a server with the settings that the repository gives."""
    folder, port = tmp_path_factory.mktemp("server"), _free_port()
    log = folder / "output.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            request.param(folder, site, port), stdout=output, stderr=output, cwd=folder
        )
    try:
        running = Server(port)
        _wait(running, process, log)
        yield running
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(150):
        assert process.poll() is None, log.read_text("utf-8")
        try:
            server.get("/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(log.read_text("utf-8"))


def test_pages_come_with_the_headers_that_protect_their_readers(server: Server) -> None:
    response = server.get("/kk/")
    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=(self)" in response.headers["Permissions-Policy"]
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_what_can_change_is_asked_for_each_time(server: Server, site: Path) -> None:
    (bundle,) = [path for path in (site / "assets").iterdir() if (path / "site.css").exists()]
    styles = server.get(f"/assets/{bundle.name}/site.css")
    assert styles.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    for path in ("/kk/", f"/{SERVICE_WORKER}", "/site.webmanifest"):
        assert server.get(path).headers["Cache-Control"] == "no-cache"


def test_pages_are_sent_small(server: Server) -> None:
    response = server.get("/ru/", **{"Accept-Encoding": "gzip"})
    assert response.headers["Content-Encoding"] == "gzip"


def test_files_come_as_what_they_are(server: Server, site: Path) -> None:
    types = {
        "*.ics": "text/calendar",
        "*.gpx": "application/gpx+xml",
        "*.kml": "application/vnd.google-earth.kml+xml",
        "*.geojson": "application/geo+json",
        "*.webmanifest": "application/manifest+json",
        "*.webp": "image/webp",
    }
    for pattern, expected in types.items():
        path = next(site.rglob(pattern)).relative_to(site).as_posix()
        assert server.get(f"/{path}").headers["Content-Type"].startswith(expected)


def test_a_page_that_is_not_there_is_the_sites_own(server: Server) -> None:
    response = server.get("/kk/nothing/")
    assert response.status == 404
    assert response.body == b"<p>nothing here</p>"


def test_hidden_files_stay_hidden(server: Server) -> None:
    assert server.get("/.hidden").status == 404
    assert server.get("/.well-known/security.txt").status == 200


@pytest.mark.parametrize("server", [_nginx], ids=["nginx"], indirect=True)
def test_nginx_follows_no_link_out_of_the_site(server: Server) -> None:
    """Caddy cannot refuse links; the build publishes none."""
    assert server.get("/leak.txt").status == 403
