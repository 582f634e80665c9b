"use strict";

// Runs before anything is painted, and in browsers so old that they can run nothing else of this page.
//
// Where scripts run, the readable record is only text, which costs next to nothing, and nothing is shown only to be taken
// away. Where the app does not come, the record is what there is, with a line that says why the rest is missing.

var root = document.documentElement;
var patience = 4000;
root.setAttribute("data-app", "starting");

function isStarting() {
  return root.getAttribute("data-app") === "starting";
}

// Makes a document of the record, and goes to the part that the address names.
function showRecord() {
  var text = document.getElementById("record-text");
  if (document.getElementById("record")) {
    return;
  }
  text.insertAdjacentHTML("afterend", text.textContent);
  var named = location.hash.slice(1) || document.querySelector("meta[name=opens-at]").content;
  var part = document.getElementById(named) || document.getElementById(named.split("?")[0]);
  if (part) {
    part.scrollIntoView();
  }
}

function sayWhyNot(sentence) {
  var line = document.createElement("p");
  var opening = document.getElementById("opening");
  line.setAttribute("role", "alert");
  line.textContent = sentence;
  if (opening) {
    opening.parentNode.replaceChild(line, opening);
  } else {
    document.body.insertBefore(line, document.body.firstChild);
  }
  root.setAttribute("data-app", "failed");
  showRecord();
}

window.setTimeout(function () {
  if (isStarting()) {
    showRecord();
  }
}, patience);

// A script that a browser cannot even read says nothing itself.
window.addEventListener("error", function () {
  if (isStarting()) {
    document.addEventListener("DOMContentLoaded", function () {
      sayWhyNot(
        "This browser is too old for the filters, search and timelines of this page. What follows is the whole record; a current Chrome, Edge, Firefox or Safari shows the rest.",
      );
    });
  }
});
