"""The District's register of agreements: taken in from other tables, checked, published, watched as its rows end."""
