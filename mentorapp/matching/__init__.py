"""Who suits whom: rules, scores, and the best set of pairs.

``proposals`` (a run) and ``explanations`` (one pair, one person) are the front doors, and
``candidates`` is what they are given; nothing outside the package needs the other modules.
"""
