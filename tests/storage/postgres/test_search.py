"""The same words find the same entries, in whichever store they are looked for."""

from typing import Final

import pytest

from incident_tui.storage.append import append
from incident_tui.storage.opening import open_store
from incident_tui.storage.reader import Reader
from incident_tui.storage.script import run
from tests.storage.stories import declared, noted
from tests.support import postgres

TEXTS: Final = (
    *("Queue drained on app-1.eu/shard_7", "Größe ÜBER 5xx; rate=1e5 v2.0.1", "the QUEUE is full"),
    *(
        "pod checkout-7f9c evicted (OOM)",
        "Проверка очереди",
        "naïve café",
        "https://x.example/a?b=c",
    ),
    *("'quoted' \"double\" 100%", "日志 写满了", "a_b_c 10.0.0.1:5432", "e\u0301tat", "don't"),
)
QUERIES: Final = (
    *("queue", "QUEUE", "que", "app-1", "app-1.eu", "shard", "shard_7", "grosse", "größe", "uber"),
    *("5xx", "1e5", "2.0.1", "v2", "checkout", "7f9c", "oom", "(OOM)", "проверка", "ПРОВЕРКА"),
    *("cafe", "café", "naive", "x.example", "a?b=c", "quoted", '"double"', "100", "100%", "日志"),
    *("a_b", "10.0.0.1", "5432", "etat", "don't", "don", "t", "queue drained", "drained que"),
    *("full queue ", "is", "the queue", "nothing", "rate=1e5", "1", "eu/shard", "evic", "очер"),
)


@pytest.mark.timeout(60)
def test_a_search_finds_what_it_finds_in_a_file(tmp_path: object) -> None:
    postgres.require_server()
    file = open_store(f"{tmp_path}/incidents.db")
    story = [declared(), *(noted(text, f"n{n}") for n, text in enumerate(TEXTS))]
    run(file, append(story))
    here = Reader(f"{tmp_path}/incidents.db")
    with postgres.store() as team:
        team.run(append(story))
        there = Reader(team)
        for query in QUERIES:
            found = [[f.entry.id for f in reader.search(query)] for reader in (here, there)]
            assert found[0] == found[1], query
        team("SET enable_seqscan = off")  # a dozen rows would be read through otherwise
        plan = team("EXPLAIN SELECT rowid FROM search WHERE search MATCH :m", m='"queue"*')
    assert any("search_words" in line for (line,) in plan)
    here.close()
    file.close()
