"use strict";

// Runs before anything is painted, and in browsers so old that they can run nothing else of this page.
//
// Where scripts run, the readable record is only text, which costs next to nothing, and nothing is shown only to be taken
// away. Where the app does not come, the record is what there is, with a line that says why the rest is missing.

var root = document.documentElement;
var patience = 4000;

// What has gone wrong in this page, each with where it did: for whoever reports it, and for the tests. A start that is tried
// again hands on what the first one saw in the entry of the history, because that needs no storage; the app writes over it.
var seenErrors = [];
var isSecondStart = false;
try {
  if (history.state && history.state.seenErrors) {
    seenErrors = history.state.seenErrors;
    isSecondStart = true;
    history.replaceState(null, "");
  }
} catch (error) {
  // A browser that forbids its history to a page has handed nothing on.
}

// Where the file lies on this computer is left out: what is copied may be sent to anybody.
function noteError(text, stack) {
  var where = (stack || "").split(text).pop().trim();
  seenErrors.push((where ? text + "\n" + where : text).split(location.href.split("#")[0]).join(""));
  fillReport();
}

// The program says this of an error of its own, just before it ends. While it starts, boot.js sees it end.
function notePanic(text) {
  noteError(text, new Error(text).stack);
  if (!isStarting() && root.getAttribute("data-app") !== "failed") {
    sayBroken();
  }
}

// The page that stands there is dead from here on.
function sayBroken() {
  var dialog = document.querySelector("dialog[open]");
  if (dialog) {
    dialog.close();
  }
  root.setAttribute("data-app", "failed");
  say("This page has met an error of its own and has stopped. Reload it to go on: the address says where you were.");
  offerReport();
}

// The text of what went wrong, below the line that says so.
function offerReport() {
  var field = document.createElement("textarea");
  field.id = "seen-errors";
  field.className = "citation";
  field.readOnly = true;
  field.rows = 4;
  field.setAttribute("aria-label", "What went wrong, to be copied into a report");
  var button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy what went wrong";
  button.onclick = function () {
    // Where there is no clipboard, what is selected can be copied by hand.
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

// More may go wrong after that.
function fillReport() {
  var field = document.getElementById("seen-errors");
  if (field) {
    field.value = [document.title].concat(seenErrors, navigator.userAgent).join("\n\n");
  }
}
root.setAttribute("data-app", "starting");

// A long dataset is read for a while, behind a bar that says how far it is.
function isStarting() {
  var state = root.getAttribute("data-app");
  return state === "starting" || state === "reading";
}

// As soon as the page is there as a whole.
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
    text.insertAdjacentHTML("afterend", text.textContent);
    var named = location.hash.slice(1) || document.querySelector("meta[name=opens-at]").content;
    var part = document.getElementById(named) || document.getElementById(named.split("?")[0]);
    if (part) {
      part.scrollIntoView();
    } else if (named) {
      say(document.getElementById("opening").textContent + " The link leads to a place that only the app has.");
    }
  });
}

// Says it where the page says that it is opening, or else in front of everything; the first reason that is given stands.
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
      say("The filters, search and timelines of this page are still starting. Until they come, here is the whole record.");
      showRecord();
    }
  }, patience);
});

// A script that a browser cannot even read says nothing itself. Once the app is there, only what ended the program ends the page.
window.addEventListener("error", function (event) {
  // Of a script from disk WebKit does not tell what it threw; the program has told it before.
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
    var why = isTooOld ? "This browser is too old, so" : "The app could not start (" + cause + "), so";
    sayWhyNot(
      why +
        " filters, search and timelines are missing. What follows is the whole record; a current Chrome, Edge, Firefox or Safari shows the rest.",
    );
  });
});

window.addEventListener("unhandledrejection", function (event) {
  noteError(String(event.reason), event.reason && event.reason.stack);
});

document.addEventListener("securitypolicyviolation", function (event) {
  noteError("The policy of this page refuses " + event.blockedURI + " (" + event.violatedDirective + ")");
});
