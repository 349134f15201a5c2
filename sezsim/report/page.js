(function () {
  "use strict";
  var root = document.documentElement;
  var packed = JSON.parse(document.getElementById("figures").textContent);
  var alts = JSON.parse(document.getElementById("alts").textContent);
  var titles = JSON.parse(document.getElementById("titles").textContent);
  var plots = Array.prototype.slice.call(document.querySelectorAll("[data-chart]"));
  var NARROW = 700;
  var PRINTED = 680;
  var printing = false;

  function unpacked(value) {
    if (Array.isArray(value)) { return value.map(unpacked); }
    if (value === null || typeof value !== "object") { return value; }
    if ("$" in value) { return packed.arrays[value.$].map(unpacked); }
    var made = {};
    Object.keys(value).forEach(function (key) { made[key] = unpacked(value[key]); });
    return made;
  }

  function language() { return root.dataset.language; }

  function draw(plot) {
    var width = printing ? PRINTED : plot.clientWidth;
    var shape = width < NARROW && !printing ? "narrow" : "wide";
    var figure = unpacked(packed.figures[plot.dataset.chart + "/" + language() + "/" + shape]);
    figure.layout.width = width;
    plot.setAttribute("aria-label", alts[plot.dataset.chart][language()]);
    return Plotly.react(plot, figure.data, figure.layout, { displayModeBar: false, scrollZoom: false });
  }

  function drawAll() { return Promise.all(plots.map(draw)); }

  function choose(chosen) {
    root.dataset.language = chosen;
    root.lang = chosen === "zh" ? "zh-CN" : "en";
    document.title = titles[chosen];
    document.querySelectorAll("[data-choose]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.choose === chosen));
    });
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
  var waiting = null;
  var before = window.innerWidth;
  window.addEventListener("resize", function () {
    if (printing || window.innerWidth === before) { return; }
    before = window.innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(drawAll, 150);
  });
  window.addEventListener("beforeprint", function () { printing = true; drawAll(); });
  window.addEventListener("afterprint", function () { printing = false; drawAll(); });
  choose(first()).then(function () { root.dataset.drawn = String(plots.length); });
}());
