"""The page as a browser draws it: every chart has marks and no text is cut, on any width."""

import html
import json
import re
import shutil
import subprocess

import pytest
from fake_tables import many_tables

from sezsim.report.page import write_report

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VIEWS = [
    (name, width, language)
    for name in ("few", "many")
    for width in (1280, 390)
    for language in ("zh", "en")
]
CHARTS = 33
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--virtual-time-budget=30000",
)  # fmt: skip
MEASURE = """
<script>
(function wait() {
  if (!document.documentElement.dataset.drawn) { setTimeout(wait, 50); return; }
  function beyond(inner, outer) {
    return inner.left < outer.left - 2 || inner.right > outer.right + 2 ||
      inner.top < outer.top - 2 || inner.bottom > outer.bottom + 2;
  }
  function meet(a, b) {
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  }
  var found = {
    view: location.hash, page: location.pathname.split("/").pop().split(".")[0],
    width: innerWidth, drawn: 0, empty: [], cut: [], over: [] };
  document.querySelectorAll("[data-chart]").forEach(function (plot) {
    var marks = plot.querySelectorAll(
      ".scatterlayer path, .scatterlayer text, .barlayer path, .sankey-link").length;
    found[marks ? "drawn" : "empty"] += marks ? 1 : plot.dataset.chart;
    var box = plot.getBoundingClientRect();
    plot.querySelectorAll("svg text").forEach(function (text) {
      var own = text.getBoundingClientRect();
      if (own.width && beyond(own, box)) { found.cut.push(plot.dataset.chart + ": " + text.textContent); }
    });
    var notes = Array.prototype.map.call(plot.querySelectorAll(".annotation text"), function (text) {
      return { text: text.textContent, box: text.getBoundingClientRect() };
    });
    notes.forEach(function (a, i) {
      notes.slice(i + 1).forEach(function (b) {
        if (meet(a.box, b.box)) { found.over.push(plot.dataset.chart + ": " + a.text + " / " + b.text); }
      });
    });
  });
  document.querySelectorAll("h1,h2,h3,h4,p,li,td,th,dd,pre").forEach(function (each) {
    if (each.clientWidth && each.scrollWidth > each.clientWidth + 1) { found.cut.push(each.textContent); }
  });
  if (document.documentElement.scrollWidth > innerWidth + 1) { found.cut.push("the page"); }
  found.unreached = [];
  document.querySelectorAll("a, button, summary, .plot, .scroll").forEach(function (each) {
    if (each.tabIndex < 0) { found.unreached.push(each.outerHTML.slice(0, 80)); }
  });
  found.splits = [];
  document.querySelectorAll(".chart").forEach(function (each) {
    if (getComputedStyle(each).breakInside !== "avoid") { found.splits.push(each.id); }
  });
  found.unnamed = 0;
  document.querySelectorAll(".plot").forEach(function (each) {
    if (!each.getAttribute("aria-label")) { found.unnamed += 1; }
  });
  found.label = document.querySelector("[data-chart]").getAttribute("aria-label");
  document.querySelector("details.data").open = true;
  setTimeout(function () {
    found.rows = document.querySelectorAll("details[open] [data-table] tr").length;
    var link = document.querySelector("[data-csv]");
    link.addEventListener("click", function (event) { event.preventDefault(); });
    link.click();
    found.link = link.href.slice(0, 14);
    window.dispatchEvent(new Event("beforeprint"));
    setTimeout(function () {
      found.folded = document.querySelectorAll("details.more:not([open])").length;
      found.faded = 0;
      found.streams = 0;
      document.querySelectorAll(".sankey-link").forEach(function (each) {
        found.streams += 1;
        found.faded += getComputedStyle(each).opacity === "1" ? 0 : 1;
      });
      parent.postMessage(JSON.stringify(found), "*");
    }, 50);
  }, 100);
}());
</script>
"""
FRAMES = """<!DOCTYPE html><body>{frames}<script>
addEventListener("message", function (event) {{
  var line = document.createElement("pre");
  line.textContent = event.data;
  document.body.appendChild(line);
}});
</script>"""


@pytest.fixture(scope="module")
def browser():
    """Find the browser; without one the page has not been tested."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(f"No browser found; install Chromium (looked for {', '.join(BROWSERS)}).")
    return found


@pytest.fixture(scope="module")
def views(browser, page, tmp_path_factory):
    """Open the page in all languages and widths at once and return what is measured."""
    folder = tmp_path_factory.mktemp("browser")
    many = write_report(many_tables(), folder / "report.html").read_text(encoding="utf-8")
    for name, text in (("few", page), ("many", many)):
        measured = text.replace("</body>", f"{MEASURE}</body>")
        (folder / f"{name}.html").write_text(measured, encoding="utf-8")
    frames = "".join(
        f'<iframe src="{name}.html#{language}" width="{width}" height="900"></iframe>'
        for name, width, language in VIEWS
    )
    (folder / "frames.html").write_text(FRAMES.format(frames=frames), encoding="utf-8")
    command = [browser, *QUIET, f"--user-data-dir={folder / 'profile'}", "--dump-dom"]
    done = subprocess.run(
        [*command, "--window-size=1400,1000", (folder / "frames.html").as_uri()],
        capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    lines = re.findall(r"<pre>(\{.*?\})</pre>", done.stdout)
    found = [json.loads(html.unescape(line)) for line in lines]
    return {(each["page"], each["width"], each["view"].lstrip("#")): each for each in found}


def test_all_views_answer(views):
    assert set(views) == set(VIEWS)


@pytest.mark.parametrize("view", VIEWS)
def test_every_chart_is_drawn(views, view):
    assert views[view]["empty"] == []
    assert views[view]["drawn"] == CHARTS


@pytest.mark.parametrize("view", VIEWS)
def test_no_text_is_cut_or_covered(views, view):
    assert views[view]["cut"] == []
    assert views[view]["over"] == []


@pytest.mark.parametrize("view", VIEWS)
def test_keys_reach_everything_and_every_chart_is_named_and_printed_whole(views, view):
    assert views[view]["unreached"] == []
    assert views[view]["unnamed"] == 0
    assert views[view]["splits"] == []


@pytest.mark.parametrize("view", VIEWS)
def test_tables_open_and_alt_texts_speak_the_language(views, view):
    found = views[view]
    assert found["rows"] > 20
    assert found["link"] == "data:text/csv;"
    chinese = bool(re.search(r"[\u4e00-\u9fff]", found["label"]))
    assert chinese == (view[2] == "zh")


@pytest.mark.parametrize("view", VIEWS)
def test_paper_shows_what_is_folded_and_streams_that_would_fade_in(views, view):
    assert views[view]["folded"] == 0
    assert views[view]["streams"] > 0
    assert views[view]["faded"] == 0
