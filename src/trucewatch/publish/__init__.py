"""Write the record out."""
