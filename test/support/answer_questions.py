"""Answers questions for verifiers.ts until standard input ends: a line of JSON for each, a line of JSON back.

Each is answered by a copy of this process, made after the libraries were loaded: loading takes longer than most answers, and
nothing that one question changes in them is there for the next.
"""
import contextlib
import json
import os
import sys
import traceback


def answer_questions(answer):
    answers = os.dup(sys.stdout.fileno())
    # Libraries may print: only answers belong on standard output.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin:
        copy = os.fork()
        if copy == 0:
            with contextlib.redirect_stdout(sys.stderr):
                write(answers, answered(answer, line))
            sys.stderr.flush()
            os._exit(0)
        _, ending = os.waitpid(copy, 0)
        if ending != 0:
            write(answers, {"error": "the verifier ended with %d" % ending})


def answered(answer, line):
    try:
        return answer(json.loads(line))
    except Exception as error:
        return {"error": "".join(traceback.format_exception_only(type(error), error)).strip()}


def write(answers, result):
    rest = (json.dumps(result, default=str) + "\n").encode("utf-8")
    while rest:
        rest = rest[os.write(answers, rest):]
