"""One rubric scores a document and an incident: an incident as the document it makes."""

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.template import Template
from incident_tui.exporters import markdown
from incident_tui.exporters.composition import HEADINGS
from incident_tui.postmortem.allowances import kept
from incident_tui.postmortem.blameless import findings
from incident_tui.postmortem.reading.document import read
from incident_tui.postmortem.reading.headings import Family, family_of
from incident_tui.postmortem.rubric import Score, score


def score_text(text: str, name: str = "") -> Score:
    """The score of a Markdown text; `name` is that of its file."""
    return score(read(text, name))


def points(record: IncidentRecord) -> int:
    """What an incident scores as it stands."""
    return score_record(record).total


def score_record(record: IncidentRecord) -> Score:
    """The score of an incident as it stands; blame that is kept for a reason is not counted."""
    document = read(markdown.render(record))
    published, resolved = record.state.published, record.state.resolved_at
    after = published.at - resolved if published and resolved else None
    stay = kept(record.postmortem.answer("blameless"), findings(record))
    items = zip(document.actions, record.state.actions, strict=False)
    return score(
        document,
        record.state.people,
        after,
        frozenset(found.text for found in stay),
        {read_item.line: item.label for read_item, item in items},
        _unasked(record.practice.template(record.state.severity)),
    )


def _unasked(template: Template) -> frozenset[Family]:
    """What a document of that template need not tell."""
    if not template.only:
        return frozenset()
    return frozenset(map(family_of, HEADINGS)) - frozenset(map(family_of, template.sections))
