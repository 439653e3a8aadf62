"""Who suits whom: rules, scores, the best set of pairs with its proof, and answers about it.

The way of a run, from people to answers; one may begin to read at any of the lines:

- what is compared: ``candidates`` and ``facts`` (``raw_facts`` from columns, ``bits`` for what a
  bit means, ``distances``), ``rules`` and ``criteria`` pair by pair, ``scores`` for the weights;
- all pairs at once, the same to the last point: ``crowd`` and ``columns`` (people as arrays),
  ``masks`` and ``maps`` (must-rules), ``features`` and ``nearness`` (points), ``batch``, ``table``;
- the best set: ``assignment`` (front door), ``sparse`` (the problem), ``preparing``, ``solving``
  (which method), ``paths`` and ``selection`` (ours), ``library`` (SciPy's), ``aside`` and ``watch``
  (stopping), ``fairness``, ``certificate`` (the proof), ``solution``;
- changed while one looks: ``standing`` with ``upkeep``, ``residual``, ``hopes``, ``lines`` and
  ``change``; ``margins`` for what anything would cost;
- a run and its answers: ``proposals`` (front door), ``left_over``, ``others``, ``explanations``;
  ``solved`` with ``trying``, ``answers`` and ``costs``; ``remedies`` with ``remedy_kinds`` and
  ``openings``; ``shortages`` with ``mentor_kinds``, ``imagined`` and ``recruits``.
"""
