"""Asks pySHACL about a graph, asked and answering as answer_questions.py says.

In:  {"data": N-Quads, "shapes": [Turtle files]}
Out: {"violations": [...]}
"""
import rdflib
from pyshacl import validate
from rdflib.namespace import OWL, SH

from answer_questions import answer_questions


def answer(question):
    data = rdflib.Graph().parse(data=question["data"], format="nt")
    shapes = rdflib.Graph()
    for file in question["shapes"]:
        shapes.parse(file, format="turtle")
    shapes.remove((None, OWL.imports, None))

    conforms, report, text = validate(data, shacl_graph=shapes, inference="none", advanced=False)
    violations = []
    for result in report.subjects(SH.resultSeverity, None):
        names = (SH.focusNode, SH.resultPath, SH.sourceConstraintComponent, SH.value)
        told = [report.value(result, name) for name in names]
        violations.append(" ".join(str(part) for part in told if part is not None))
    if not conforms and not violations:
        violations.append(text)
    return {"violations": sorted(violations)}


answer_questions(answer)
