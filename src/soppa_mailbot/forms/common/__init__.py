"""What every room of the forms speaks: words as they are compared, labels, boxes on a page, figures that decide."""
