"""Reports: the quarterly page for managers and the follow-up list for coordinators."""
