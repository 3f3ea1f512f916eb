"""nginx serving one file: the limit of what any server can do with the same bytes."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.client import Answer
from benchmarks.installation import LOOPBACK, answers
from eok.core.launch import packages
from eok.core.launch.ports import free_port

DROPPED = ("content-length", "date", "server", "etag", "last-modified", "connection", "content-type")
CONFIGURATION = """
worker_processes {workers};
pid {folder}/pid;
error_log {folder}/error.log;
daemon off;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  open_file_cache max=10;
  default_type "text/html; charset=utf-8";
  types {{ }}
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen {host}:{port};
    root {folder}/files;
{headers}
  }}
}}
"""


@contextmanager
def serving(folder: Path, answer: Answer, workers: int) -> Iterator[str]:
    """The address at which `/page` gives the answer's very body and its headers."""
    packages.require([packages.NGINX])
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "page").write_bytes(answer.body)
    for made in (folder, folder / "files", folder / "files" / "page"):
        made.chmod(0o755)
    port = free_port(LOOPBACK, 0)
    text = CONFIGURATION.format(
        workers=workers, folder=folder, host=LOOPBACK, port=port, headers=_headers(answer)
    )
    (folder / "nginx.conf").write_text(text)
    nginx = packages.find("nginx") or shutil.which("nginx") or "nginx"
    words = [nginx, "-c", str(folder / "nginx.conf"), "-p", str(folder), "-e", str(folder / "error.log")]
    if os.geteuid() == 0:
        words += ["-g", "user root;"]  # the folder is nobody else's
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    url = f"http://{LOOPBACK}:{port}"
    try:
        answers(url, "/page", process)
        yield url
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _headers(answer: Answer) -> str:
    lines = []
    for line in answer.head.decode("latin-1").split("\r\n")[1:]:
        name, _, value = line.partition(": ")
        if name.lower() not in DROPPED:
            quoted = value.replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f'    add_header {name} "{quoted}";')
    return "\n".join(lines)
