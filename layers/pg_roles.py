"""Who may do what in a county's store on a server: group roles, grants, row security.

A person has a login of the person's own name, put into one of the county's groups by the
administrator; the list of persons says which township, and until when an agreement holds.
The database itself enforces it, whatever program is used:

- a collector, or an agency while its agreement holds, works on the records of the townships
  written down for it, and on those that name it as collector;
- an enterprise works on the records that bear its name (the person's organisation);
- a reviewer sees and writes all, and alone approves and returns (see ``pg_triggers``);
- a reader sees all records and writes none.

The owner of the tables is the administrator, whom none of this binds.
"""

from __future__ import annotations

from ..core.schema import DRAFT, SUBMITTED
from ..core.tables import (
    ACCEPTED,
    AGENCY,
    COLLECTOR,
    ENTERPRISE,
    HISTORY,
    PERSON,
    POINTS,
    REVEALED,
    REVIEWER,
    TABLES,
)
from .pg_place import county_schema
from .sql_db import name, quote

READER = "reader"
GROUPS = (COLLECTOR, REVIEWER, AGENCY, ENTERPRISE, READER)
_WRITERS = (COLLECTOR, REVIEWER, AGENCY, ENTERPRISE)
LOCK = "writing"  # the table that a writing transaction locks

# Beside SELECT, which all have.
_ADDED = {POINTS: "INSERT, UPDATE, DELETE", "review": "INSERT", ACCEPTED: "INSERT",
          "import_batch": "INSERT, UPDATE", "saved_query": "INSERT, UPDATE, DELETE"}  # fmt: skip
_FIXED = (HISTORY, "meta")  # written by triggers and by the owner only
# Who did it, as the login says and not as the program does.
SIGNED = ("review", ACCEPTED, REVEALED, "import_batch")


def group(schema: str, county: str, role: str) -> str:
    """Return the name of a county's group role."""
    return f"{county_schema(schema, county)}_{role}"


def functions(schema: str) -> dict[str, tuple[str, str]]:
    """Return signature -> (language, body) of the functions that policies and triggers ask."""
    at = name(schema)
    mine = f"FROM {at}.{PERSON} WHERE county_code = county AND name = session_user "
    mine += "AND COALESCE(active, 1) <> 0"
    today = "to_char(now(), 'YYYY-MM-DD')"
    agreed = f"agreement_number IS NOT NULL AND COALESCE(agreement_expires, {today}) >= {today}"
    owner = f"{quote(f'{at}.{name(POINTS)}')}::regclass"
    return {
        "is_owner() RETURNS boolean": (
            "sql STABLE",
            "SELECT pg_has_role(session_user, "
            f"(SELECT relowner FROM pg_class WHERE oid = {owner}), 'MEMBER')",
        ),
        "in_group(county text, role text) RETURNS boolean": (
            "sql STABLE",
            f"SELECT {at}.is_owner() OR EXISTS (SELECT 1 FROM pg_roles WHERE rolname = "
            f"{quote(schema)} || '_' || county || '_' || role "
            "AND pg_has_role(session_user, oid, 'MEMBER'))",
        ),
        "sees_all(county text) RETURNS boolean": (
            "sql STABLE",
            f"SELECT {at}.in_group(county, '{REVIEWER}') OR {at}.in_group(county, '{READER}')",
        ),
        "sees_persons(county text) RETURNS boolean": (
            "sql STABLE",
            f"SELECT {at}.in_group(county, '{COLLECTOR}') OR {at}.in_group(county, '{AGENCY}') "
            f"OR {at}.in_group(county, '{REVIEWER}')",
        ),
        "own_townships(county text) RETURNS text[]": (
            "sql STABLE SECURITY DEFINER",
            "SELECT COALESCE(array_agg(t), '{}') FROM (SELECT "
            f"unnest(string_to_array(translate(township, ',，', '、、'), '、')) AS t {mine} AND ("
            f"(role = '{COLLECTOR}' AND {at}.in_group(county, '{COLLECTOR}')) OR "
            f"(role = '{AGENCY}' AND {at}.in_group(county, '{AGENCY}') AND {agreed}))) AS own",
        ),
        # The name under which a record is one's own; an agency's ends with its agreement.
        "own_name(county text) RETURNS text": (
            "sql STABLE SECURITY DEFINER",
            f"SELECT session_user::text WHERE {at}.in_group(county, '{COLLECTOR}') OR "
            f"{at}.in_group(county, '{AGENCY}') AND EXISTS (SELECT 1 {mine} "
            f"AND role = '{AGENCY}' AND {agreed})",
        ),
        "own_enterprise(county text) RETURNS text": (
            "sql STABLE SECURITY DEFINER",
            f"SELECT max(organisation) {mine} AND role = '{ENTERPRISE}' "
            f"AND {at}.in_group(county, '{ENTERPRISE}')",
        ),
    }


def statements(schema: str, county: str) -> list[str]:
    """Return what makes the groups of a county, and gives and bounds their rights."""
    own = name(county_schema(schema, county))
    groups = {role: name(group(schema, county, role)) for role in GROUPS}
    all_groups, writers = ", ".join(groups.values()), ", ".join(groups[r] for r in _WRITERS)
    made = [
        f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = "
        f"{quote(group(schema, county, role))}) THEN CREATE ROLE {groups[role]} NOLOGIN; "
        "END IF; END $$"
        for role in GROUPS
    ]
    made += [
        f"CREATE TABLE {own}.{LOCK} ()",
        f"GRANT USAGE ON SCHEMA {own} TO {all_groups}",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {own} TO {all_groups}",
        f"REVOKE SELECT ON {own}.contact FROM {groups[ENTERPRISE]}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {name(schema)} TO {all_groups}",
        f"GRANT USAGE ON SCHEMA {name(schema)} TO {all_groups}",
        f"GRANT INSERT ON {own}.{REVEALED} TO {all_groups}",
        f"GRANT UPDATE ON {own}.{LOCK} TO {all_groups}",
    ]
    made += [f"GRANT {rights} ON {own}.{table} TO {writers}" for table, rights in _ADDED.items()]
    made += [
        f"GRANT INSERT, UPDATE, DELETE ON {own}.{name(table)} TO {groups[REVIEWER]}"
        for table in (POINTS, *TABLES)
        if table not in _FIXED
    ]
    for table, command, check in _policies(schema, county):
        made.append(f"ALTER TABLE {own}.{table} ENABLE ROW LEVEL SECURITY")
        made.append(
            f"CREATE POLICY {table}_{command.lower()} ON {own}.{table} FOR {command} {check}"
        )
    return made


def _policies(schema: str, county: str) -> list[tuple[str, str, str]]:
    at, code = name(schema), quote(county)

    def ask(function: str) -> str:
        return f"(SELECT {at}.{function}({code}))"  # asked once, not for each row

    reviewer = f"(SELECT {at}.in_group({code}, '{REVIEWER}'))"
    own = (
        f"(township = ANY ({ask('own_townships')}::text[]) OR collector = {ask('own_name')} "
        f"OR subject_name = {ask('own_enterprise')})"
    )
    known = f"EXISTS (SELECT 1 FROM {name(county_schema(schema, county))}.{POINTS} AS p "
    writes = f"({reviewer} OR {own})"
    found = [
        (POINTS, "SELECT", f"USING ({ask('sees_all')} OR {own})"),
        (POINTS, "INSERT", f"WITH CHECK {writes}"),
        (POINTS, "UPDATE", f"USING {writes} WITH CHECK {writes}"),
        (POINTS, "DELETE", f"USING ({reviewer} OR {own} AND status = '{DRAFT}')"),
        ("review", "INSERT", f"WITH CHECK ({reviewer} OR to_status = '{SUBMITTED}')"),
        (PERSON, "SELECT", f"USING ({ask('sees_persons')} OR name = session_user)"),
        (REVEALED, "SELECT", f"USING ({reviewer} OR operator = session_user)"),
        (REVEALED, "INSERT", "WITH CHECK (true)"),
        ("import_batch", "SELECT", "USING (true)"),
        ("import_batch", "INSERT", "WITH CHECK (true)"),
        ("import_batch", "UPDATE", f"USING ({reviewer} OR operator = session_user)"),
        (ACCEPTED, "INSERT", "WITH CHECK (true)"),
    ]
    # What is said of a record is seen by whoever sees the record.
    for table in (HISTORY, "review", ACCEPTED):
        found.append(
            (table, "SELECT",
             f"USING ({ask('sees_all')} OR {known} WHERE p.uuid = {table}.uuid))")
        )  # fmt: skip
    for command, clause in (("INSERT", "WITH CHECK"), ("UPDATE", "USING"), ("DELETE", "USING")):
        found.append((PERSON, command, f"{clause} ({reviewer})"))
    return found
