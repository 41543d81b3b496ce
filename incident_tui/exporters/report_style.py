"""How the report looks: the post-mortem's page, wider, with cards and charts, fit for paper."""

from base64 import b64encode
from hashlib import sha256
from typing import Final

from incident_tui.exporters.page_style import STYLE as PAGE

STYLE: Final = (
    PAGE
    + """
body { max-width: 62rem; }
h1 { margin-bottom: .2rem; }
.subtitle { color: var(--faint); margin: 0 0 1.4rem; }
.lead { font-size: 1.08rem; }
.quiet { color: var(--faint); font-size: .92rem; }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; margin: 1.2rem 0; }
.card { border: 1px solid var(--line); border-radius: .5rem; padding: .9rem 1rem; }
.card h3 { margin: 0; font-size: .92rem; font-weight: 600; color: var(--faint); }
.card .value { font-size: 2.1rem; font-weight: 650; line-height: 1.2; margin: .15rem 0; }
.card ul { list-style: none; padding: 0; margin: .5rem 0 0; font-size: .9rem; }
.card .target { color: var(--faint); font-size: .85rem; margin: .3rem 0 0; }
.charts { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2rem 1.6rem; }
figure { margin: 0; }
figure h3 { font-size: .98rem; margin: 0 0 .2rem; }
figcaption { color: var(--faint); font-size: .87rem; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
.n, .s { white-space: nowrap; }
th.n { width: 15%; }
th.w { width: 70%; }
.legend { font-size: .85rem; color: var(--faint); display: flex; gap: 1rem; flex-wrap: wrap;
  margin: 0 0 .2rem; padding: 0; list-style: none; }
.legend svg { display: inline-block; width: .75rem; height: .75rem; margin: 0 .35rem 0 0; }
svg .bar { fill: var(--blue); }
svg .faint { opacity: .45; }
svg .axis { stroke: var(--line); }
svg .target { stroke: var(--green); stroke-dasharray: 5 4; stroke-width: 1.5px; }
svg text.none { fill: var(--faint); }
@media (max-width: 46rem) { .cards, .charts { grid-template-columns: 1fr; } }
@media print {
  .cards { gap: .6rem; } .card { padding: .6rem .7rem; } .card .value { font-size: 1.7rem; }
  .card, figure { break-inside: avoid; }
  h3, thead { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  rect, line { print-color-adjust: exact; } }
@page { margin: 16mm 14mm; }
"""
)
POLICY: Final = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
"""Nothing may be fetched or run; the one style sheet is allowed by its hash."""
