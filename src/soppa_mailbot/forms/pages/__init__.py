"""What a page shows, whoever wrote on it: tables, columns, rules, combs, boxes to tick, and what belongs together."""
