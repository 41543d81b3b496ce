"""How alike the causes of two incidents are, by what the words mean and not by the words."""
