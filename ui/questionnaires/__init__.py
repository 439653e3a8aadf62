"""Questionnaires on paper: typed in by their code, shown side by side."""
