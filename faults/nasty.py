"""Texts that have broken programs before: ours, and other people's."""

NASTY = (
    "=1+1", "@SUM(A1)", "+47 918 27 364", "-1", "\t=cmd|' /C calc'!A0", "'=1", "<b>x</b>",
    "<img src=x onerror=alert(1)>", "%s%s%n", "{0}{x!r}", "{{7*7}}", "${jndi:ldap://x}", "../../x",
    "C:\\x", "\0", "a\0b", "\u202eola", "\ufeff", "e\u0301" * 200, "👩‍👩‍👧‍👦", "٣", "²", "1e999",
    "NaN", "-inf", "9" * 400, "31.02.2026", "29.02.2023", "2026-13-01", "00.00.0000", "1.1.10000",
    "10.10.1010", "x" * 40_000, "'; DROP TABLE people; --", "\"", '"""', "a\nb", "\r",
    "01017012345", "محمد علي", "Олена", "張偉", "ZZHEMMELIG", "no:native", "ja", "nei", "?", "-",
    "#REF!", "\ud7ff",
)  # fmt: skip
