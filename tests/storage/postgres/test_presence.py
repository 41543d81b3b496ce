from incident_tui.storage.postgres.presence import say_gone, say_here, who_is_here
from incident_tui.storage.postgres.team import PostgresTeam
from tests.support.postgres import connected


async def test_who_is_here_is_known_until_they_leave(burning: PostgresTeam) -> None:
    await say_here(burning, "w1", "maria", "bastion", "i1")
    await say_here(burning, "w2", "jo", "laptop", None)
    await say_here(burning, "w2", "jo", "laptop", "i1")
    here = await who_is_here(burning)
    assert [(each.author, each.host, each.incident_id) for each in here] == [
        ("jo", "laptop", "i1"),
        ("maria", "bastion", "i1"),
    ]
    await say_gone(burning, "w2")
    assert [each.author for each in await who_is_here(burning)] == ["maria"]


async def test_who_fell_silent_is_not_here(burning: PostgresTeam) -> None:
    await say_here(burning, "w1", "maria", "bastion", "i1")
    async with connected(burning.address.schema) as connection:
        await connection.execute("UPDATE presence SET seen_at = seen_at - interval '1 minute'")
        assert await who_is_here(burning) == []
        await connection.execute("UPDATE presence SET seen_at = seen_at - interval '1 hour'")
        await say_here(burning, "w2", "jo", "laptop", None)
        assert await connection.fetchval("SELECT count(*) FROM presence") == 1
