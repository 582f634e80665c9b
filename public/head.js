"use strict";

// Runs before anything is painted, and in browsers so old that they can run nothing else of this page.
//
// Where scripts run, the readable record is only text, which costs next to nothing, and is not shown only to be removed again.
// If the app does not start, the record is shown, with a line that says why the rest is missing.

var root = document.documentElement;
var patience = 4000;

// The errors of this page, each with its place, for reports and for the tests. A second start gets those of the first from the
// history entry, because that needs no storage; the app overwrites it.
var seenErrors = [];
var isSecondStart = false;
try {
  if (history.state && history.state.seenErrors) {
    seenErrors = history.state.seenErrors;
    isSecondStart = true;
    history.replaceState(null, "");
  }
} catch (error) {
  // Without access to the history, there are none to take over.
}

// The path of the file is left out, because reports may be sent to anybody.
function noteError(text, stack) {
  var where = (stack || "").split(text).pop().trim();
  seenErrors.push((where ? text + "\n" + where : text).split(location.href.split("#")[0]).join(""));
  fillReport();
}

// The program calls this on a panic, just before it ends. During the start, boot.js handles that.
function notePanic(text) {
  noteError(text, new Error(text).stack);
  if (!isStarting() && root.getAttribute("data-app") !== "failed") {
    sayBroken();
  }
}

// The page no longer works from here on.
function sayBroken() {
  var dialog = document.querySelector("dialog[open]");
  if (dialog) {
    dialog.close();
  }
  root.setAttribute("data-app", "failed");
  say("{{broken}}");
  offerReport();
}

// The errors as text, below the message.
function offerReport() {
  var field = document.createElement("textarea");
  field.id = "seen-errors";
  field.className = "citation";
  field.readOnly = true;
  field.rows = 4;
  field.setAttribute("aria-label", "{{errors}}");
  var button = document.createElement("button");
  button.type = "button";
  button.textContent = "{{copy-errors}}";
  button.onclick = function () {
    // Without a clipboard, the selection can be copied by hand.
    field.select();
    if (navigator.clipboard) {
      navigator.clipboard.writeText(field.value).catch(function () {});
    }
  };
  var line = document.getElementById("opening");
  line.appendChild(field);
  line.appendChild(button);
  fillReport();
  line.scrollIntoView();
}

// More errors may follow.
function fillReport() {
  var field = document.getElementById("seen-errors");
  if (field) {
    field.value = [document.title].concat(seenErrors, navigator.userAgent).join("\n\n");
  }
}
root.setAttribute("data-app", "starting");
root.removeAttribute("data-without-app");

// The first screen is the unfiltered table. A link to a measure, document or body shows its part of the record until the app is
// there; any other page waits for the app.
var recordedPage = /^\/(measure|document|body|report)\/[^?]+/;

function addressed() {
  return location.hash.slice(1) || document.querySelector("meta[name=opens-at]").content;
}

var firstAddress = addressed();
// Of the rows of the first screen those below the window are laid out after the first paint, which would wait for them.
function showRows() {
  root.removeAttribute("data-first-rows");
}
if (window.innerHeight <= 1100) {
  root.setAttribute("data-first-rows", "");
  requestAnimationFrame(function () {
    setTimeout(showRows);
  });
  // Behind another tab nothing is painted.
  setTimeout(showRows, 300);
}
// The rows of the first screen are as high as the link says, or as the reader chose on the last visit.
var isCompact = /[?&]density=compact(&|$)/.test(firstAddress);
try {
  isCompact = isCompact || localStorage.getItem("iss-followup-density") === "compact";
} catch (error) {
  // Without storage, there is no last visit.
}
if (isCompact) {
  root.setAttribute("data-density", "compact");
}
// In a frame of another page one view stands alone, and its links open the whole page in a window of its own.
var isEmbedded = /[?&]embed(=1)?(&|$)/.test(firstAddress);
if (/[?&]embed(=1)?(&|$)/.test(location.search)) {
  isEmbedded = true;
  try {
    // So that no link leads to another view alone.
    history.replaceState(history.state, "", location.pathname + location.hash);
  } catch (error) {
    // From disk, only what follows the # may change.
  }
}
if (isEmbedded) {
  root.setAttribute("data-embedded", "");
  document.head.appendChild(document.createElement("base")).target = "_blank";
}
root.setAttribute("data-opening", /^(\/(table(\?(density=compact)?&?(embed(=1)?)?)?)?)?$/.test(firstAddress) ? "table" : recordedPage.test(firstAddress) ? "thing" : "other");

// The tab to which the addressed page belongs.
var tabOf = { "": "table", measure: "table", document: "documents", body: "actors" };
function markTab() {
  var kind = firstAddress.split(/[/?]/)[1] || "";
  var shown = null;
  document.querySelectorAll("[data-tab]").forEach(function (tab) {
    tab.removeAttribute("aria-current");
    if (tab.getAttribute("data-tab") === (tabOf[kind] || kind)) {
      shown = tab;
      tab.setAttribute("aria-current", tabOf[kind] && kind ? "true" : "page");
    }
  });
  return shown;
}

// Reserves the room of what the app adds to the article of a measure: the links to its neighbours, and its timeline.
function keepRoom(place, trail) {
  var standing = place.querySelector(".standing");
  if (standing) {
    trail.querySelector("span").insertAdjacentHTML("afterbegin", '<span class="priority-swatch"></span>');
    trail.insertAdjacentHTML("beforeend", '<p class="neighbours to-come"><a>‹ 88</a> <span>88 of 88</span> <a>88 ›</a></p>');
    var rows = place.firstElementChild.getAttribute("data-rows");
    if (rows) {
      standing.insertAdjacentHTML("afterend", '<section class="measure-timeline"><h2>Timeline</h2></section>');
      standing.nextElementSibling.style.setProperty("--rows", rows);
    }
  }
}

// A document or body is a line of the record: its name, its title, and in small letters what it is.
function pageOfLine(line, tab) {
  var name = line.querySelector("a, b");
  var title = name.nextSibling.textContent.trim();
  var kind = line.querySelector("small");
  var page = document.createElement("article");
  page.className = "thing-page";
  page.innerHTML = '<div class="trail"><p><a></a>{{step}}<span></span></p></div><p class="kicker"></p><h1></h1><p class="summary"></p>';
  page.querySelector("a").textContent = tab.textContent;
  page.querySelector("span").textContent = name.textContent;
  page.children[1].textContent = kind.textContent.split(",")[0];
  page.children[2].textContent = name.textContent;
  page.children[3].textContent = title;
  if (!title) {
    page.children[3].remove();
  }
  return page;
}

// Shows an article of the record in place of the page, until the program is there.
var firstTable = null;
function showFirst() {
  var tab = markTab();
  var address = recordedPage.exec(firstAddress);
  var place = document.querySelector("[data-place=page]");
  if (!address || !place) {
    return;
  }
  var record = document.createElement("template");
  record.innerHTML = document.getElementById("record-text").textContent;
  var article = record.content.getElementById(address[0]);
  firstTable = document.createDocumentFragment();
  firstTable.append.apply(firstTable, place.childNodes);
  if (article) {
    place.appendChild(article.tagName === "LI" ? pageOfLine(article, tab) : article);
    // The browser would scroll to what has the address as its id, and take it for the place where Tab begins.
    place.querySelectorAll("[id]").forEach(function (part) {
      part.removeAttribute("id");
    });
    // Headings are two levels deeper in the record.
    place.innerHTML = place.innerHTML.replace(/(<\/?h)3\b/g, "$11").replace(/(<\/?h)4\b/g, "$12");
    var trail = place.querySelector(".trail");
    document.querySelector("[data-place=trail]").appendChild(trail);
    keepRoom(place, trail);
  }
}

// What the reader does with the controls and links of the first screen is replayed once the program is there: a link followed before
// would leave the selection of the address behind. Links of the record lead on without the program.
var early = [];
function keepEarly(event) {
  var control = event.target.closest && event.target.closest("[data-do], input[type=search], a[href^='#/']");
  var isField = control && /^(INPUT|SELECT)$/.test(control.tagName);
  var isElsewhere = event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (control && isStarting() && !isElsewhere && !root.hasAttribute("data-without-app") && (event.type === "click") !== isField) {
    var href = control.getAttribute("href");
    early.push([control, event.type, href]);
    if (href) {
      event.preventDefault();
    }
  }
}
["click", "change", "input"].forEach(function (name) {
  document.addEventListener(name, keepEarly, true);
});

// The program calls this once it listens to the controls.
function doEarly() {
  early.splice(0).forEach(function (kept) {
    if (kept[1] === "click" && kept[2] && !kept[0].hasAttribute("data-do")) {
      // Links are listened to last.
      setTimeout(followEarly, 0, kept[2]);
    } else if (kept[1] === "click") {
      kept[0].click();
    } else if (kept[0].isConnected) {
      kept[0].dispatchEvent(new Event(kept[1], { bubbles: true }));
    }
  });
}

// What was clicked may be gone by now, or lead elsewhere.
function followEarly(href) {
  var link = document.createElement("a");
  link.setAttribute("href", href);
  document.body.appendChild(link);
  link.click();
  link.remove();
}

// Reading a long dataset takes a while, with a progress bar.
function isStarting() {
  var state = root.getAttribute("data-app");
  return state === "starting" || state === "reading";
}

// Once the page is complete.
function whenLoaded(then) {
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", then);
  } else {
    then();
  }
}

// Makes a document of the record, and goes to the part that the address names.
function showRecord() {
  whenLoaded(function () {
    var text = document.getElementById("record-text");
    if (!text || document.getElementById("record")) {
      return;
    }
    root.setAttribute("data-without-app", "");
    root.setAttribute("data-opening", "table");
    // What is scrolled to stands below them.
    showRows();
    var place = document.querySelector("[data-place=page]");
    if (firstTable && place) {
      // The record has the same article.
      place.textContent = document.querySelector("[data-place=trail]").textContent = "";
      place.appendChild(firstTable);
      firstTable = null;
    }
    text.insertAdjacentHTML("afterend", text.textContent);
    // What was clicked leads on in the record, unless the program may still come.
    var clicked = isStarting() ? null : early.splice(0).pop();
    if (clicked && clicked[2]) {
      location.hash = clicked[2];
    }
    var named = addressed();
    var part = document.getElementById(named) || document.getElementById(named.split("?")[0]);
    if (part) {
      part.scrollIntoView();
    } else if (named) {
      say(document.getElementById("opening").textContent + " {{needs-app}}");
    }
  });
}

// Shows a message in place of “Opening…”, or else at the top of the page.
function say(sentence) {
  var line = document.getElementById("opening");
  if (!line) {
    line = document.createElement("p");
    line.id = "opening";
    document.body.insertBefore(line, document.body.firstChild);
  }
  line.setAttribute("role", "alert");
  line.textContent = sentence;
}

function sayWhyNot(sentence) {
  if (root.getAttribute("data-app") === "failed") {
    return;
  }
  root.setAttribute("data-app", "failed");
  say(sentence);
  if (seenErrors.length) {
    offerReport();
  }
  showRecord();
}

whenLoaded(function () {
  window.setTimeout(function () {
    if (root.getAttribute("data-app") === "starting") {
      say("{{slow}}");
      showRecord();
    }
  }, patience);
});

// A script that a browser cannot even parse reports nothing itself. Once the app is there, only a trap of the program is fatal.
window.addEventListener("error", function (event) {
  // WebKit does not say what a script from disk has thrown; the program has noted it before.
  var told = seenErrors[isSecondStart ? 1 : 0];
  noteError(event.message, event.error && event.error.stack);
  whenLoaded(function () {
    if (!isStarting()) {
      var isTrap = typeof WebAssembly === "object" && event.error instanceof WebAssembly.RuntimeError;
      if (isTrap && root.getAttribute("data-app") === "ready") {
        sayBroken();
      }
      return;
    }
    var isTooOld = !told && (!event.error || event.error instanceof SyntaxError);
    var cause = told ? told.split("\n", 2).join(" ") : event.message;
    sayWhyNot(isTooOld ? "{{too-old}}" : "{{failed}}".split("%").join(cause));
  });
});

window.addEventListener("unhandledrejection", function (event) {
  noteError(String(event.reason), event.reason && event.reason.stack);
});

document.addEventListener("securitypolicyviolation", function (event) {
  noteError("{{refused}}".split("%").join(event.blockedURI + " (" + event.violatedDirective + ")"));
});
