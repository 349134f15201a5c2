(function () {
  "use strict";
  var root = document.documentElement;
  var packed = JSON.parse(document.getElementById("figures").textContent);
  var alts = JSON.parse(document.getElementById("alts").textContent);
  var titles = JSON.parse(document.getElementById("titles").textContent);
  var plots = Array.prototype.slice.call(document.querySelectorAll("[data-chart]"));
  var data = JSON.parse(document.getElementById("tables").textContent);
  var NARROW = 700;
  var PRINTED = 860;  // page.css shrinks it to the width of a sheet
  var printing = false;
  var turn = 0;  // of drawing all charts

  function unpacked(value) {
    if (Array.isArray(value)) { return value.map(unpacked); }
    if (value === null || typeof value !== "object") { return value; }
    if ("$" in value) { return packed.arrays[value.$].map(unpacked); }
    var made = {};
    Object.keys(value).forEach(function (key) { made[key] = unpacked(value[key]); });
    return made;
  }

  function language() { return root.dataset.language; }

  function draw(plot, width) {
    var shape = width < NARROW && !printing ? "narrow" : "wide";
    var figure = unpacked(packed.figures[plot.dataset.chart + "/" + language() + "/" + shape]);
    figure.layout.width = width;
    plot.setAttribute("aria-label", alts[plot.dataset.chart][language()]);
    return Plotly.react(plot, figure.data, figure.layout, { displayModeBar: false, scrollZoom: false });
  }

  function cellText(column, row, place) {
    var cell = column.cells[row];
    if (column.kind === "words") { return data.texts[cell][place]; }
    if (column.kind === "text") { return cell; }
    if (cell === null) { return "\u2013"; }
    var digits = { minimumFractionDigits: column.digits, maximumFractionDigits: column.digits };
    return cell.toLocaleString("en-US", digits).replace("-", "\u2212");
  }

  function element(kind, text) {
    var made = document.createElement(kind);
    made.textContent = text;
    return made;
  }

  function fill(holder) {
    var columns = data.tables[holder.dataset.table].columns;
    var place = language() === "zh" ? 0 : 1;
    var table = document.createElement("table");
    var head = table.createTHead().insertRow();
    columns.forEach(function (column) {
      var heading = element("th", data.texts[column.title][place]);
      heading.scope = "col";
      head.appendChild(heading);
    });
    var body = table.createTBody();
    columns[0].cells.forEach(function (ignored, row) {
      var line = body.insertRow();
      columns.forEach(function (column) {
        var cell = element("td", cellText(column, row, place));
        if (column.kind === "number") { cell.className = "number"; }
        line.appendChild(cell);
      });
    });
    holder.replaceChildren(table);
  }

  function fillOpen() {
    document.querySelectorAll("details[open] [data-table]").forEach(fill);
  }

  function quoted(text) {
    return /[",\n]/.test(text) ? "\"" + text.replace(/"/g, "\"\"") + "\"" : text;
  }

  function csvCells(column, row) {
    var cell = column.cells[row];
    if (column.kind === "words") { return column.two ? data.texts[cell] : [data.texts[cell][1]]; }
    return [cell === null ? "" : String(cell)];
  }

  function csvNames(column) {
    return column.two ? [column.name + "_zh", column.name + "_en"] : [column.name];
  }

  function asCsv(name) {
    var columns = data.tables[name].columns;
    function line(parts) { return [].concat.apply([], parts).map(quoted).join(",") + "\n"; }
    var lines = [line(columns.map(csvNames))];
    columns[0].cells.forEach(function (ignored, row) {
      lines.push(line(columns.map(function (column) { return csvCells(column, row); })));
    });
    return "data:text/csv;charset=utf-8,%EF%BB%BF" + encodeURIComponent(lines.join(""));
  }

  function rest() { return new Promise(function (done) { setTimeout(done, 0); }); }

  // Widths are asked for before anything is drawn, so that no chart waits for the page to be laid
  // out anew. On the screen each chart is drawn by itself, those in sight first; a later call ends
  // an earlier one. A sheet of paper waits for nobody: there all are drawn at once.
  function drawAll() {
    var mine = turn += 1;
    var sized = plots.map(function (plot) {
      var box = plot.getBoundingClientRect();
      var seen = box.bottom > 0 && box.top < window.innerHeight;
      return { plot: plot, width: printing ? PRINTED : plot.clientWidth, seen: seen };
    });
    if (printing) {
      return Promise.all(sized.map(function (each) { return draw(each.plot, each.width); }));
    }
    sized.sort(function (a, b) { return Number(b.seen) - Number(a.seen); });
    return sized.reduce(function (before, each) {
      return before.then(rest).then(function () {
        return turn === mine ? draw(each.plot, each.width) : null;
      });
    }, Promise.resolve());
  }

  function choose(chosen) {
    root.dataset.language = chosen;
    root.lang = chosen === "zh" ? "zh-CN" : "en";
    document.title = titles[chosen];
    document.querySelectorAll("[data-choose]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.choose === chosen));
    });
    fillOpen();
    return drawAll();
  }

  function first() {
    var both = document.querySelector("[data-choose]") !== null;
    var asked = /(zh|en)$/.exec(location.hash);
    if (!both) { return language(); }
    if (asked && /^#(zh|en)$/.test(location.hash)) { return asked[1]; }
    return /^zh/i.test(navigator.language || "zh") ? "zh" : "en";
  }

  document.querySelectorAll("[data-choose]").forEach(function (button) {
    button.addEventListener("click", function () { choose(button.dataset.choose); });
  });
  document.querySelectorAll("details.data").forEach(function (details) {
    details.addEventListener("toggle", fillOpen);
  });
  document.querySelectorAll("[data-csv]").forEach(function (link) {
    link.addEventListener("click", function () { link.href = asCsv(link.dataset.csv); });
  });
  var waiting = null;
  var before = window.innerWidth;
  window.addEventListener("resize", function () {
    if (printing || window.innerWidth === before) { return; }
    before = window.innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(drawAll, 150);
  });
  function print(now) {
    printing = now;
    document.querySelectorAll("details.more").forEach(function (each) { each.open = now; });
    drawAll();
  }
  window.addEventListener("beforeprint", function () { print(true); });
  window.addEventListener("afterprint", function () { print(false); });
  choose(first()).then(function () { root.dataset.drawn = String(plots.length); });
}());
