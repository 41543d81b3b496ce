"""One rubric scores a document and an incident: an incident as the document it makes."""

from collections.abc import Iterable

from incident_tui.domain.postmortem import IncidentRecord
from incident_tui.domain.template import DEFAULT, TEMPLATES, Template
from incident_tui.exporters import markdown
from incident_tui.exporters.composition import ALWAYS, HEADINGS, WRITTEN
from incident_tui.postmortem.allowances import kept
from incident_tui.postmortem.blameless import findings
from incident_tui.postmortem.reading.document import Document, read
from incident_tui.postmortem.reading.headings import Family, family_of
from incident_tui.postmortem.rubric import Score, score


def score_text(
    text: str, name: str = "", templates: Iterable[Template] = TEMPLATES.values()
) -> Score:
    """The score of a Markdown text by the template it follows; `name` is that of its file."""
    document = read(text, name)
    own = next((each for each in templates if _follows(document, each)), DEFAULT)
    return score(document, unasked=_unasked(own))


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


def _follows(document: Document, template: Template) -> bool:
    """Whether its headings are those of a template which tells no others, in its order."""
    if not template.only:
        return False
    names = [template.headings.get(name, name) for name in template.sections]
    always = {template.headings.get(name, name) for name in ALWAYS if name in template.sections}
    whole = [
        section
        for section in document.sections
        if section.heading and not section.label and section.family is not Family.ASIDE
    ]
    depth = min((each.depth for each in whole if each.heading in names), default=0)
    told = [each.heading for each in whole if each.depth == depth]
    ordered = [name for name in names if name in told]
    return (
        always <= set(told)
        and [heading for heading in told if heading in names] == ordered
        and {*told} <= {*names, *WRITTEN}
    )


def _unasked(template: Template) -> frozenset[Family]:
    """What a document of that template need not tell."""
    if not template.only:
        return frozenset()
    return frozenset(map(family_of, HEADINGS)) - frozenset(map(family_of, template.sections))
