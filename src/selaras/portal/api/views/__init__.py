"""The addresses of the API: parameters in, a document out."""
