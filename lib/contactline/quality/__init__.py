"""Checks of the lexicon, the accuracy of the coding, and explanations of how a sentence is coded.

In: the lexicon (every table), annotated articles, or a sentence. Out: faults (check.faults), figures
(evaluate.evaluate) and explanations (explain.explain). Neither the pipeline nor the dashboard imports this folder.
"""
