"""Asks pySHACL about a graph. stdin: {"data": N-Quads, "shapes": [Turtle files]}; stdout: {"violations": [...]}."""

import json
import sys

import rdflib
from pyshacl import validate
from rdflib.namespace import OWL, SH

question = json.load(sys.stdin)
data = rdflib.Graph().parse(data=question["data"], format="nt")
shapes = rdflib.Graph()
for file in question["shapes"]:
    shapes.parse(file, format="turtle")
shapes.remove((None, OWL.imports, None))

conforms, report, text = validate(data, shacl_graph=shapes, inference="none", advanced=False)
violations = []
for result in report.subjects(SH.resultSeverity, None):
    told = [report.value(result, name) for name in (SH.focusNode, SH.resultPath, SH.sourceConstraintComponent, SH.value)]
    violations.append(" ".join(str(part) for part in told if part is not None))
if not conforms and not violations:
    violations.append(text)
json.dump({"violations": sorted(violations)}, sys.stdout)
