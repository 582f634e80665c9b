"use strict";

// Runs before anything is painted, and in browsers so old that they can run nothing else of this page.
//
// Where scripts run, the readable record is only text, which costs next to nothing, and nothing is shown only to be taken
// away. Where the app does not come, the record is what there is, with a line that says why the rest is missing.

var root = document.documentElement;
var patience = 4000;
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

// A script that a browser cannot even read says nothing itself.
window.addEventListener("error", function (event) {
  whenLoaded(function () {
    if (!isStarting()) {
      return;
    }
    var isTooOld = !event.error || event.error instanceof SyntaxError;
    var why = isTooOld ? "This browser is too old, so" : "The app could not start (" + event.message + "), so";
    sayWhyNot(
      why +
        " filters, search and timelines are missing. What follows is the whole record; a current Chrome, Edge, Firefox or Safari shows the rest.",
    );
  });
});
