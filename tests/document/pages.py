"""An invented page of news, put together as sites do."""

from __future__ import annotations

TITLE = "Guns stay at the Velin crossing"
PARAGRAPHS = tuple(
    """\
Militias on both banks kept their guns in place on Monday, the observers at the crossing said, four days \
before both sides have to take them away under the agreement that they signed in March.
The observers counted four guns near the village of Velin and two on the road to Karm, and said that none \
of them had moved since Friday. Nobody was hurt, and the bridge stayed open all day.
A minister of the northern side said that his militias would leave as agreed, and asked the southern side \
to do the same. The southern side did not say whether its own guns would go.""".splitlines()
)


def a_page(
    *, head: str = "", before: str = "", within: str = "", after: str = "", title: str = TITLE
) -> str:
    """Give a page with one article, and what is put into its head, before, within and after it."""
    first, *rest = PARAGRAPHS
    body = "".join(f"<p>{paragraph}</p>" for paragraph in rest)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Example Daily'
        f"</title>{head}</head><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav>{before}"
        f"<article><h1>{title}</h1><p>{first}</p>{within}{body}</article>{after}"
        "<footer><p>About us. Contact.</p></footer></body></html>"
    )
