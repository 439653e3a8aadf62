"""What the law gives people: to be forgotten, to see what is kept, and nothing kept too long."""
