"""What is answered to websites elsewhere, and the page for those who make them."""
