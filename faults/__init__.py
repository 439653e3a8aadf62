"""What goes wrong in an office, made to go wrong on purpose: ``python -m faults``.

Programs killed, power cut, bits flipped, disks full, files written to do harm: each rig lets it
happen to the program's own code many times over, and counts how often a claim did not hold.
"""
