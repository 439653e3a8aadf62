"""Before there is an office: the first window, the example office, and how it is thrown away."""
