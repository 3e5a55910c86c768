"""What is bought and of whom: products, makers, rows of quotes, and the agreement on the register that covers them."""
