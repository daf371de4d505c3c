"""The review chart in python-statemachine and sismic: the same events, one at a time."""

import io
import sys
import time

EVENTS = [
    "scienceGiven", "lawGiven", "revise", "lawGiven", "scienceGiven", "approve", "instituteSigns",
    "partnerSigns", "renew",
]

SISMIC = """
statechart:
  name: agreement
  root state:
    name: agreement
    initial: review
    states:
      - name: review
        parallel states: [%(science)s, %(law)s]
        transitions:
          - guard: active('scienceDone') and active('lawDone')
            target: decision
      - name: decision
        transitions: [{event: approve, target: signature}, {event: revise, target: review}]
      - name: signature
        parallel states: [%(institute)s, %(partner)s]
        transitions:
          - guard: active('instituteDone') and active('partnerDone')
            target: inForce
      - name: inForce
        transitions: [{event: renew, target: review}]
"""


def region(name, event):
    waiting = f"{{name: {name}Awaited, transitions: [{{event: {event}, target: {name}Done}}]}}"
    return f"{{name: {name}, initial: {name}Awaited, states: [{waiting}, {{name: {name}Done}}]}}"


def sismic():
    from sismic.interpreter import Interpreter
    from sismic.io import import_from_yaml

    text = SISMIC % {
        "science": region("science", "scienceGiven"), "law": region("law", "lawGiven"),
        "institute": region("institute", "instituteSigns"), "partner": region("partner", "partnerSigns"),
    }
    interpreter = Interpreter(import_from_yaml(io.StringIO(text)))
    interpreter.execute()
    return lambda event: interpreter.queue(event).execute(), lambda: "inForce" in interpreter.configuration


def python_statemachine():
    from statemachine import State, StateChart

    class Agreement(StateChart):
        class review(State.Parallel):
            class science(State.Compound):
                scienceAwaited = State(initial=True)
                scienceDone = State(final=True)
                scienceGiven = scienceAwaited.to(scienceDone)

            class law(State.Compound):
                lawAwaited = State(initial=True)
                lawDone = State(final=True)
                lawGiven = lawAwaited.to(lawDone)

        decision = State()

        class signature(State.Parallel):
            class institute(State.Compound):
                instituteAwaited = State(initial=True)
                instituteDone = State(final=True)
                instituteSigns = instituteAwaited.to(instituteDone)

            class partner(State.Compound):
                partnerAwaited = State(initial=True)
                partnerDone = State(final=True)
                partnerSigns = partnerAwaited.to(partnerDone)

        inForce = State()
        done_state_review = review.to(decision)
        approve = decision.to(signature)
        revise = decision.to(review)
        done_state_signature = signature.to(inForce)
        renew = inForce.to(review)

    chart = Agreement()
    return chart.send, lambda: "inForce" in {state.id for state in chart.configuration}


def measure(make, turns):
    send, is_in_force = make()
    for turn in range(turns // 10 + 1):
        for place, event in enumerate(EVENTS):
            send(event)
            if place == 7 and not is_in_force():
                sys.exit("the chart does not stand where it should")
    start = time.process_time()
    for turn in range(turns):
        for event in EVENTS:
            send(event)
    return turns * len(EVENTS) / (time.process_time() - start)


PEERS = {"python-statemachine": (python_statemachine, 250), "sismic": (sismic, 250)}
name = sys.argv[1]
print(f"{name}.events {measure(*PEERS[name])}")
