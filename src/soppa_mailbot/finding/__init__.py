"""What a mail and its papers say: the purchase, who will use it, by when, and what the vendor claims.

The rooms, each of which asks only those before it: `common` (sentences, names, days as they are written), `deadlines`
(by when approval is needed), `products` (what is bought, of whom, under which agreement), `orders` (whether a paper is
an order form), `mails` (what a mail is for, claims, takes back), `locations` (schools and departments). Above them
stand `papers`, which says what each attached paper is, and its neighbours.
"""
