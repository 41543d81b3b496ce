"""How the HTML page looks: light or dark as the reader has it, and black on white on paper."""

from base64 import b64encode
from hashlib import sha256
from typing import Final

STYLE: Final = """
:root { color-scheme: light dark; --page: #fff; --text: #1d2129; --faint: #5b6472; --line: #d5dae1;
  --soft: #f4f6f8; --link: #0b57d0; --red: #b3261e; --yellow: #8a5a00; --green: #1b6e3c;
  --blue: #1f5fa8; --grey: #5b6472; }
@media (prefers-color-scheme: dark) {
  :root { --page: #16191d; --text: #e4e7eb; --faint: #9aa4b1; --line: #363d47; --soft: #1f242a;
    --link: #8ab4f8; --red: #f2857c; --yellow: #e5b454; --green: #73c991; --blue: #7fb2ee;
    --grey: #9aa4b1; } }
@media print {
  :root { color-scheme: light; --page: #fff; --text: #000; --faint: #444; --line: #bbb;
    --soft: #fff; --link: #000; --red: #b3261e; --yellow: #8a5a00; --green: #1b6e3c;
    --blue: #1f5fa8; --grey: #444; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 50rem; background: var(--page);
  color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; padding-bottom: .2rem;
  border-bottom: 1px solid var(--line); }
p, ul, ol { margin: .5rem 0; }
a { color: var(--link); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: .5rem 0; }
dt { color: var(--faint); }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem;
  border-bottom: 1px solid var(--line); }
th { color: var(--faint); font-weight: 600; }
th, .actions td:nth-child(3), .actions td:nth-child(4) { white-space: nowrap; }
.time { white-space: nowrap; font-variant-numeric: tabular-nums; color: var(--faint); width: 1%; }
.day { font-weight: 600; background: var(--soft); }
.absent { color: var(--faint); font-style: italic; }
.badge { display: inline-block; padding: 0 .55rem; border: 1px solid; border-radius: 1rem;
  font-size: .85rem; font-weight: 600; }
.red { color: var(--red); } .yellow { color: var(--yellow); } .green { color: var(--green); }
.blue { color: var(--blue); } .grey { color: var(--grey); }
details { margin-top: 2.2rem; }
summary { cursor: pointer; font-weight: 600; }
details table { font-size: .85rem; }
svg { width: 100%; height: auto; margin: .5rem 0; display: block; }
svg text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: var(--text); }
svg .mark { stroke: var(--page); stroke-width: 4px; paint-order: stroke; }
svg .tick { fill: var(--faint); }
svg .level { fill: var(--page); font-weight: 600; }
svg path { stroke: var(--line); fill: none; }
svg .stem { stroke: var(--faint); }
svg circle { fill: var(--link); stroke: var(--page); }
.sev1, .sev2 { fill: var(--red); } .sev2 { opacity: .8; }
.sev3 { fill: var(--yellow); } .sev4 { fill: var(--blue); } .sev5 { fill: var(--grey); }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, summary { break-after: avoid; }
  tr, li, svg { break-inside: avoid; }
  rect, .badge { print-color-adjust: exact; }
  details:not([open]) { display: none; } }
"""

POLICY: Final = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
"""Nothing may be fetched or run; the one style sheet is allowed by its hash."""
