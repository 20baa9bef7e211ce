"""Pure domain: schema, records, rules, coordinates; standard library only."""
