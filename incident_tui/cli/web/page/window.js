"use strict";

const TRY_EVERY = 2000;
const FONT = "16px 'Roboto Mono'";
let opened = false;

function say(words) {
  document.querySelector("#words").textContent = words;
}

// A server that stopped or a line that was cut may come back; what was typed is kept meanwhile.
function comeBack() {
  setTimeout(() => fetch("/", { method: "HEAD" }).then(() => location.reload(), comeBack), TRY_EVERY);
}

function closed(event) {
  const cut = event.code === 1006 || event.code === 1001;
  const lost = "The server cannot be reached. What you typed is kept.";
  say(event.reason || (cut ? lost : "The window was closed. All is stored."));
  document.querySelector("#again").focus();
  if (cut && opened) comeBack();
}

window.WebSocket = class extends WebSocket {
  constructor(...where) {
    super(...where);
    this.addEventListener("open", () => { opened = true; });
    this.addEventListener("close", closed);
  }
};

// The text area that takes the keys is there once the program has drawn something.
function focusOnce() {
  const watch = new MutationObserver(() => {
    if (!document.body.classList.contains("-first-byte")) return;
    watch.disconnect();
    document.querySelector(".xterm-helper-textarea").focus();
  });
  watch.observe(document.body, { attributeFilter: ["class"] });
}

// The terminal measures its cells once, so its font has to be there before it is.
async function start() {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  document.querySelector("#terminal").dataset.sessionWebsocketUrl = `${scheme}//${location.host}/ws`;
  document.querySelector("#again").addEventListener("click", () => location.reload());
  await Promise.all(["", "bold ", "italic "].map((style) => document.fonts.load(style + FONT)));
  focusOnce();
  const terminal = document.createElement("script");
  terminal.src = "/static/js/textual.js";
  terminal.addEventListener("load", () => window.onload());
  document.head.append(terminal);
}

// A link that is opened in this very tab loads nothing; its token is for those who are not in.
history.replaceState(null, "", location.pathname);
window.addEventListener("hashchange", () => location.reload());
window.addEventListener("load", start);
