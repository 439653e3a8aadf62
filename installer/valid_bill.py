"""Passes a bill of materials on when it keeps to the schema of CycloneDX 1.6; runs beside the tools
of the supply chain, whose library has the schema.
"""

import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

bill = sys.stdin.read()
if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill):
    sys.exit(f"The bill of materials is not valid: {fault}")
sys.stdout.write(bill)
