// Everything works without this file; it only adds.
(function () {
  "use strict";

  var box = document.getElementById("q");

  // "/" moves to the search box, as long as nobody is typing elsewhere.
  document.addEventListener("keydown", function (e) {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || !box) return;
    var t = e.target;
    if (t.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(t.tagName)) return;
    e.preventDefault();
    box.focus();
    box.select();
  });

  // Suggestions while typing, in the browser's own list.
  var list = document.getElementById("suggestions");
  if (box && list && box.dataset.suggest && window.fetch) {
    var wait, asked = "";
    box.addEventListener("input", function () {
      clearTimeout(wait);
      var text = box.value.trim();
      if (text.length < 2 || text === asked) return;
      wait = setTimeout(function () {
        asked = text;
        fetch(box.dataset.suggest + "?q=" + encodeURIComponent(text)).then(function (r) {
          return r.ok ? r.json() : [text, []];
        }).then(function (a) {
          if (a[0] !== asked) return;
          list.replaceChildren.apply(list, a[1].map(function (s) {
            var o = document.createElement("option");
            o.value = s;
            return o;
          }));
        }).catch(function () {});
      }, 150);
    });
  }

  // A button that copies the citation.
  document.querySelectorAll("[data-copy]").forEach(function (p) {
    if (!navigator.clipboard) return;
    var b = document.createElement("button");
    b.type = "button";
    b.className = "copy";
    b.textContent = "Copy the citation";
    var said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "soft";
    b.addEventListener("click", function () {
      navigator.clipboard.writeText(p.textContent).then(function () { said.textContent = " Copied"; });
    });
    var line = document.createElement("p");
    line.append(b, said);
    p.after(line);
  });
})();
