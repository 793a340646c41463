"""Whether the lexicon is sound, how right the coding is, and why a sentence is coded as it is.

Comes in: the lexicon (every table), annotated articles, or a sentence. Goes out: faults (check.faults), figures
(evaluate.evaluate) and explanations (explain.explain). Nothing of the path or of the dashboard imports this room.
"""
