"use strict";

// The token stands behind the #, which a browser sends to nobody; it leaves the address bar at once.
function linked() {
  const token = location.hash.slice(1);
  history.replaceState(null, "", "/");
  return token;
}

async function enter(token) {
  const answer = await fetch("/enter", { method: "POST", body: token });
  if (answer.ok) location.replace("/");
  else if (token) document.querySelector("#words").textContent = await answer.text();
}

document.querySelector("#door").addEventListener("submit", (event) => {
  event.preventDefault();
  enter(document.querySelector("#token").value);
});

// A browser that came in already shows its cookie only now, if another site led it here.
enter(linked());

// A link that is opened in this very tab loads nothing.
window.addEventListener("hashchange", () => enter(linked()));
