"""The user's word for what stands on the office's papers; see ``fields``."""

from mentorapp.words import N_

PAPER_FIELDS = {
    "letter_footer": N_("Footer of letters"),
    "envelope": N_("Envelopes"),
    "own_window": N_("The office’s own window"),
    "own_window_left": N_("Window from the left edge (mm)"),
    "own_window_top": N_("Window from the top edge (mm)"),
    "own_window_width": N_("Width of the window (mm)"),
    "own_window_height": N_("Height of the window (mm)"),
    "own_window_envelope_width": N_("Width of the envelope (mm)"),
    "own_window_envelope_height": N_("Height of the envelope (mm)"),
    "double_sided": N_("Printing on both sides"),
    "least_shown": N_("Least number shown in reports"),
    "label_start": N_("First label that is left"),
    "letters_off": N_("Letters that are never sent"),
}
