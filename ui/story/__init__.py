"""What is told of a person or pair as a whole: telephone, next step, story."""
