import { sql } from 'kysely'
import type { Db } from '~/cloudfunctions/core/db'

/** A table with a column of every kind that PostgreSQL writes in a way of its own. */
export async function makeEveryKind(db: Db, exact = 'numeric'): Promise<void> {
  const statements = [
    `CREATE TYPE mood AS ENUM ('好', 'so "so"')`,
    `CREATE TYPE spot AS (x integer, words text)`,
    `CREATE DOMAIN short_text AS text CHECK (length(VALUE) <= 20)`,
    `CREATE TABLE every_kind (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, count bigserial, twice bigint GENERATED ALWAYS AS (big * 2) STORED,
      big bigint, little smallint, exact ${exact}, wide double precision, narrow real, truth boolean, words text, five char(5),
      three varchar(3), bytes bytea, at timestamptz, at_local timestamp, day date, clock time, clock_zone timetz, span interval,
      doc jsonb, source json, key uuid, list text[], grid integer[], during tstzrange, numbers int4multirange, address inet,
      net cidr, mac macaddr, bits bit(3), more_bits bit varying, place point, tiny "char", lexemes tsvector, moods mood[],
      spot spot, short short_text, nothing text,
      parent integer REFERENCES every_kind (id), UNIQUE (id, parent))`,
    `CREATE TABLE every_other (id integer PRIMARY KEY, kind integer REFERENCES every_kind (id))`,
    // Two tables that lead to each other: no order can satisfy both.
    `ALTER TABLE every_kind ADD COLUMN other integer REFERENCES every_other (id)`,
  ]
  for (const statement of statements) {
    await sql.raw(statement).execute(db)
  }
}

/** Values at the ends of what each kind can hold. */
export async function fillEveryKind(db: Db): Promise<void> {
  const words = '第一行\n第二行\r\u2028"引号"\\反斜杠\t😀\u0001,[null]'
  await sql`INSERT INTO every_kind (big, little, exact, wide, narrow, truth, words, five, three, bytes, at, at_local, day,
      clock, clock_zone, span, doc, source, key, list, grid, during, numbers, address, net, mac, bits, more_bits, place,
      tiny, lexemes, moods, spot, short)
    VALUES
    (4611686018427387903, -32768, 12345678901234567890.123456789, 0.1, 3.4e38, true, ${words}, 'ab', '三个字',
      '\\x00ff0a5c22', '2026-03-05 08:00:00.123456+08', '2026-03-05 08:00:00.000001', '0044-03-15 BC', '24:00:00',
      '12:00:00+08', '1 year 2 mons -3 days 04:05:06.789', '{"b": 1e2, "a": [1.10, null, "\\u2028"]}',
      '{"b" : 1,  "b":2}', '00000000-0000-0000-0000-000000000001', ARRAY['a,b', NULL, '"', ''], '{{1,2},{3,4}}',
      '[2026-01-01 00:00+00, infinity)', '{[1,3), [5,9)}', '10.0.0.1/8', '10.0.0.0/8', '08:00:2b:01:02:03', B'101',
      B'1', '(0.1,-2)', 'x', 'a fat cat'::tsvector, ARRAY['好', 'so "so"']::mood[], ROW(1, 'a "b", c'), '短'),
    (NULL, NULL, 'NaN', '-Infinity', '-0', false, '', '', '', '', 'infinity', '-infinity', 'infinity', '00:00',
      '00:00-12', '-1 day', 'null', 'null', NULL, '{}', NULL, 'empty', '{}', '::1', '::/0', NULL, NULL, B'', NULL, NULL,
      '', '{}', ROW(NULL, ''), NULL),
    (0, 0, 1.10, 'NaN', 1e-45, NULL, 'null', NULL, NULL, NULL, '0001-01-01 00:00:00+00', NULL, NULL, NULL, NULL, '0',
      '"null"', '[]', NULL, ARRAY[NULL]::text[], NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
      NULL, NULL)`.execute(db)
  await sql`INSERT INTO every_other VALUES (1, 3), (2, 1)`.execute(db)
  // The first row refers to a later one, and the two tables to each other.
  await sql`UPDATE every_kind SET parent = 4 - id, other = 1 + id % 2`.execute(db)
}

/** Rows whose triggers act or check at the end, and a reply that stands before what it answers. */
export async function plantLedger(db: Db): Promise<void> {
  const { rows } = await sql<{ id: string; areaCode: string }>`
    SELECT user_id AS id, area_code FROM membership WHERE until IS NULL ORDER BY id LIMIT 1`.execute(db)
  const { id, areaCode } = rows[0] ?? { id: '', areaCode: '' }
  const village = areaCode.slice(0, 12)
  const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
  await db.transaction().execute(async (tx) => {
    await sql`INSERT INTO points_account (id, kind, area_code, user_id) VALUES
      (${uuid(1)}, 'holder', ${village}, ${id}), (${uuid(2)}, 'issued', ${village}, NULL)`.execute(tx)
    await sql`INSERT INTO points_entry (id, kind, source_type, source_id, rule, at)
      VALUES (${uuid(3)}, 'award', 'test', ${uuid(3)}, 'helped', now())`.execute(tx)
    await sql`INSERT INTO points_line (entry_id, account_id, amount) VALUES
      (${uuid(3)}, ${uuid(1)}, 7), (${uuid(3)}, ${uuid(2)}, -7)`.execute(tx)
    await sql`INSERT INTO thread (id, kind, target_id, area_code) VALUES (${uuid(4)}, 'help', ${uuid(4)}, ${areaCode})`.execute(
      tx,
    )
    const post = (n: number, reply: string | null) =>
      sql`INSERT INTO post (id, thread_id, seq, user_id, by_staff, words, reply_to, at)
        VALUES (${uuid(n)}, ${uuid(4)}, ${n}, ${id}, false, '谢谢', ${reply}, now())`.execute(tx)
    await post(9, null)
    await post(8, uuid(9))
    await sql`SELECT nextval('broadcast_turn_number')`.execute(tx)
  })
}

/** Every constraint and trigger as it stands: an import must leave them as the migrations made them. */
export async function guardsOf(db: Db): Promise<unknown[]> {
  const { rows } = await sql`
    SELECT conname::text AS name, condeferrable::text AS a, condeferred::text AS b FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tgname::text || tgrelid::regclass::text, tgenabled::text, tginitdeferred::text
    FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2, 3`.execute(db)
  return rows
}
