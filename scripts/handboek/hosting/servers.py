"""Ready configurations for nginx, Apache, Caddy, and hosts that read a `_headers` file.

They stand in the site, so that the policy and the pages that it is about are always exchanged together. Apache and
hosts with `_headers` find theirs by its name; nginx and Caddy are told where theirs is. No server of these shows them.
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

from handboek.hosting.beleid import NOT_FOUND, allowed_scripts, headers

FOREVER, FRESH = "public, max-age=31536000, immutable", "no-cache"
_HASHED = (
    r"/assets/(?:javascripts|stylesheets)/(?:workers/)?[^/]+\.[0-9a-f]{8}\.min\.(?:css|js)$|/zoeken/deel/[0-9a-f]{12}/"
)
"""Addresses whose content never changes, since it makes the address; all else is asked anew with an ETag."""
_COMPRESSED = (
    "text/css text/plain text/turtle text/javascript application/javascript application/json application/xml "
    "text/xml image/svg+xml"
)


def hosting_files(site: Path, url: str) -> dict[str, str]:
    """The configurations for the site in this folder, which will stand at `url` ("" if unknown): path → text."""
    said = headers(allowed_scripts(site))
    base = quote(urlsplit(url).path) or "/"
    return {
        "_headers": _headers_file(said, base),
        ".htaccess": _apache(said, base),
        ".hosting/nginx.conf": _nginx(said, base),
        ".hosting/Caddyfile": _caddy(said, base),
    }


def _headers_file(said: Mapping[str, str], base: str) -> str:
    """For Netlify, Cloudflare Pages and others. Their own caching asks anew; here is only what may stay."""
    lasting = ("assets/javascripts/:bestand", "assets/stylesheets/:bestand", "zoeken/deel/:versie/:bestand")
    rows = [f"{base}*", *(f"  {name}: {value}" for name, value in said.items())]
    for path in lasting:
        rows += [f"{base}{path}", f"  Cache-Control: {FOREVER}"]
    return "\n".join(rows) + "\n"


def _nginx(said: Mapping[str, str], base: str) -> str:
    rows = "\n".join(f'add_header {name} "{value}" always;' for name, value in said.items())
    return f"""\
# Neem dit op in het server-blok van de site, en herlaad nginx na elke bouw:
#   root /srv/handboek/site;
#   include /srv/handboek/site/.hosting/nginx.conf;
charset utf-8;
charset_types text/css text/plain text/turtle application/javascript;
index index.html;
absolute_redirect off;
server_tokens off;
error_page 404 {base}{NOT_FOUND};

gzip on;
gzip_static on;
gzip_vary on;
gzip_min_length 512;
gzip_types {_COMPRESSED};

set $handboek_bewaren "{FRESH}";
add_header Cache-Control $handboek_bewaren always;
{rows}

location ~ "{_HASHED}" {{
  set $handboek_bewaren "{FOREVER}";
}}
location ~ \\.ttl$ {{
  default_type text/turtle;
}}
location ~ "/(?:\\.(?!well-known/)|_headers$)" {{
  return 404;
}}
"""


def _apache(said: Mapping[str, str], base: str) -> str:
    rows = "\n".join(f'  Header always set {name} "{value}"' for name, value in said.items())
    return f"""\
# Apache leest dit vanzelf waar AllowOverride FileInfo Indexes geldt. Nodig zijn de modules alias en headers; met setenvif,
# filter en deflate wordt de site sneller.
DirectoryIndex index.html
ErrorDocument 404 {base}{NOT_FOUND}
AddDefaultCharset utf-8
AddType text/turtle .ttl
RedirectMatch 404 "/(?:\\.(?!well-known/)|_headers$)"

<IfModule mod_setenvif.c>
  SetEnvIf Request_URI "{_HASHED}" handboek_bewaren
</IfModule>

<IfModule mod_headers.c>
  Header set Cache-Control "{FRESH}"
  Header set Cache-Control "{FOREVER}" env=handboek_bewaren
{rows}
</IfModule>

<IfModule mod_filter.c>
  <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE text/html {_COMPRESSED}
  </IfModule>
</IfModule>
"""


def _caddy(said: Mapping[str, str], base: str) -> str:
    rows = "\n".join(f'  {name} "{value}"' for name, value in said.items())
    return f"""\
# Neem dit op in het blok van de site, en herlaad Caddy na elke bouw:
#   root * /srv/handboek/site
#   import /srv/handboek/site/.hosting/Caddyfile
encode gzip
@handboek_vast path_regexp {_HASHED}
@handboek_los not path_regexp {_HASHED}
@handboek_dicht {{
  path_regexp /(?:\\.|_headers$)
  not path /.well-known/*
}}
header {{
{rows}
}}
header @handboek_vast Cache-Control "{FOREVER}"
header @handboek_los Cache-Control "{FRESH}"
error @handboek_dicht 404
file_server {{
  precompressed gzip
}}
handle_errors {{
  header Cache-Control "{FRESH}"
  rewrite * {base}{NOT_FOUND}
  file_server
}}
"""
