"""How it was made: what is coded and how, the ontology, limits, measured figures, licences, the build."""

from contactline.app import method
from contactline.app.context import context

ctx = context(heading=False)
method.words()
method.ontology(ctx.index.lexicon)
method.figures(ctx.index.lexicon)
method.sources()
method.build(ctx)
