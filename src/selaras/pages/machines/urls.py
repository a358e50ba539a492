"""Addresses for machines, on every public host, outside the languages.

This module is both included in the hosts' addresses and used by itself to compute them
(`addresses.py`), because a worker knows no host: paths here start at the root.
"""

from django.urls import path, re_path

from selaras.pages.machines.feeds import views as feeds
from selaras.pages.machines.robots import robots
from selaras.pages.machines.security_txt import security_txt
from selaras.pages.machines.share_picture import views as share_picture
from selaras.pages.machines.sitemaps import views as sitemaps

FEED = r"umpan/(?P<name>rss\.xml|atom\.xml|feed\.json)"

app_name = "machines"
# Numbers of any length would be database errors.
urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    re_path(rf"^{FEED}$", feeds.feed, name="feed"),
    re_path(rf"^topik/(?P<slug>[-a-zA-Z0-9_]+)/{FEED}$", feeds.feed, name="subject_feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    re_path(r"^peta/halaman-(?P<number>[1-9][0-9]{0,3})\.xml$", sitemaps.pages, name="map"),
    path("peta/berita.xml", sitemaps.news, name="news_map"),
    re_path(
        r"^bagikan/(?P<page_id>[1-9][0-9]{0,17})-(?P<digest>[0-9a-f]{16})\.png$",
        share_picture.share_picture,
        name="share_picture",
    ),
]
