"""How fast the program is, told as ratios against bare lower bounds measured in the same run.

``python -m benchmarks`` prints one table. Seconds depend on the machine and on what else it does;
a ratio against the least that any program must do for the same result hardly does.
"""
