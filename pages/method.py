"""How it was made: what is coded and how, the ontology, limits, measured figures, licences, the build."""

from contactline.app import method
from contactline.app.context import context

ctx = context(heading=False)
method.words()
method.ontology(ctx)
method.figures(ctx)
method.sources()
method.build(ctx)
