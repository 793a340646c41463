"""How it was made: what is coded and how, the ontology, sources and licences, limits, measured figures, the build."""

from contactline.app import method
from contactline.app.context import context

ctx = context(heading=False)
method.words()
method.ontology()
method.figures()
method.sources()
method.build(ctx)
