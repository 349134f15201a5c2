"""Static pictures: each chart as a PNG with its finding and its note, drawn by a local Chromium.

Nothing is fetched: each page lies in a folder of its own beside one copy of plotly.
"""

import html
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from plotly.offline import get_plotlyjs

from sezsim.definitions.errors import ResultError
from sezsim.definitions.wording import Language
from sezsim.report.chart import Chart, Item
from sezsim.report.page import HTML_LANGUAGE
from sezsim.report.style import FONTS, INK

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTH, TEXT, LETTERS, LINE = 1120, 60, 90, 26  # pixels; letters in a line of the finding
SECONDS = 60
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--virtual-time-budget=10000",
)  # fmt: skip
PAGE = """<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"><style>
body {{ margin: 16px 24px; font-family: {fonts}; color: {ink}; width: {inner}px; }}
h1 {{ font-size: 19px; margin: 0 0 8px; }}
p {{ font-size: 13px; color: #5f6b7a; margin: 6px 0; }}
i {{ display: inline-block; width: 26px; height: 10px; margin: 0 6px 0 0; }}
span {{ margin-right: 18px; font-size: 14px; }}
</style><h1>{finding}</h1><div>{legend}</div><div id="chart"></div><p>{note}</p>
<script src="plotly.js"></script><script>
var figure = {figure};
figure.layout.width = {inner};
Plotly.newPlot("chart", figure.data, figure.layout, {{displayModeBar: false, staticPlot: true}});
</script></html>"""


def browser() -> str:
    """Return the browser of this machine; raise ResultError if there is none."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise ResultError(
            f"Pictures need a browser; install Chromium (looked for {', '.join(BROWSERS)})."
        )
    return found


def write_pictures(
    items: list[Item], folder: Path, languages: tuple[Language, ...]
) -> list[Path]:
    """Write one PNG per chart and language to a folder; return their paths."""
    program = browser()
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with TemporaryDirectory() as place:
        workshop = Path(place)
        (workshop / "plotly.js").write_text(get_plotlyjs(), encoding="utf-8")
        for chart in drawn(items):
            for language in languages:
                path = folder / f"{chart.table.name}_{chart.key}_{language}.png"
                take(program, workshop, chart, language, path)
                written.append(path)
    return written


def drawn(items: list[Item]) -> Iterator[Chart]:
    """Yield all charts that are drawn."""
    for item in items:
        yield from (chart for chart in item.charts if chart.draw is not None)


def take(program: str, workshop: Path, chart: Chart, language: Language, path: Path) -> None:
    """Draw one chart on a page of its own and write what the browser shows."""
    if chart.draw is None:
        return
    figure = chart.draw(language, False)  # noqa: FBT003
    finding, note = chart.finding.of(language), chart.note.of(language)
    page = PAGE.format(
        language=HTML_LANGUAGE[language], fonts=FONTS, ink=INK, inner=WIDTH - 48,
        finding=html.escape(finding), note=html.escape(note), legend=legend(chart, language),
        figure=json.dumps(figure, ensure_ascii=False).replace("</", "<\\/"),
    )  # fmt: skip
    source = workshop / "chart.html"
    source.write_text(page, encoding="utf-8")
    lines = 2 + (len(finding) + len(note)) * (2 if language == "zh" else 1) // LETTERS
    height = int(figure["layout"]["height"]) + TEXT + LINE * lines
    command = [
        program, *QUIET, f"--user-data-dir={workshop / 'profile'}",
        f"--window-size={WIDTH},{height}", f"--screenshot={path}", source.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(  # noqa: S603 - a fixed command
        command, capture_output=True, text=True, check=False, timeout=SECONDS
    )
    if not path.is_file():
        raise ResultError(f"{path} could not be drawn: {done.stderr.strip()[-200:]}")


def legend(chart: Chart, language: Language) -> str:
    """Return the legend of a chart: a patch of colour and its meaning."""
    return "".join(
        f'<span><i style="background:{mark.colour}"></i>'
        f"{html.escape(mark.text.of(language))}</span>"
        for mark in chart.legend
    )
