import { Migration } from '@mikro-orm/migrations'
import { isInScope, SCOPED_ROLE } from './2026-w48/20261128100000-row-level-security.ts'
import { ConcurrentIndexMigration } from './concurrent-index.ts'

/** What keyboards and people write for an apostrophe, beside the one of ASCII and the grave accent. */
const APOSTROPHES = '\u2018\u2019\u201b\u02bb\u02bc\u2032\u00b4\uff07'
/** Accents once they are taken off their letter, and what has no width. */
const UNSEEN = '\\u0300-\\u036f\\u00ad\\u200b-\\u200f\\u2060\\ufeff'
/** Blanks, dashes, quotes and other punctuation beyond ASCII. */
const BETWEEN_WORDS = '\\u00a1-\\u00bf\\u2000-\\u206f\\u3000-\\u3003\\u3008-\\u301f'

/** Letters that Unicode does not take apart into one of ASCII and an accent, and what they are found as. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i', ς: 'σ' }
const LIGATURES = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' }
/** A database with the locale `C` knows no capitals but those of ASCII. */
const WITH_CAPITALS = 'øđðłħŧæœþαβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ'

const SMALL_LETTERS = [
  ...[...WITH_CAPITALS].map((letter) => [letter.toUpperCase(), PLAIN[letter] ?? letter] as const),
  ...Object.entries(PLAIN),
]

/** Just as the indexes have it. */
const BOOKING_WORDS = `pms_folded_words(hotel_id, pms_folded(
  guest_name || ' ' || coalesce(guest_email, '') || ' ' || coalesce(confirmation_number, '')))`
const GUEST_WORDS = `pms_folded_words(hotel_id, pms_folded(
  first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '')))`

/**
 * A search that does not care how a text was typed: accents, capitals, width, apostrophes and blanks, on both sides. It
 * needs no extension. No function that an index uses calls another one of ours: since PostgreSQL 17 our schema is not on
 * the search path while one is built. What the version before this one searches by stays as long as it may serve.
 */
export class FoldedSearchMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.folded()
    this.foldedWords()
    this.lookup('pms_bookings_by_search', 'pms_booking', BOOKING_WORDS)
    this.lookup('pms_guests_by_search', 'pms_guest', GUEST_WORDS)
    this.addSql(`GRANT EXECUTE ON FUNCTION pms_folded(text), pms_folded_words(text, text) TO ${SCOPED_ROLE}`)
  }

  /** Most texts are ASCII, and quickly done. */
  private folded(): void {
    const [letters, plain] = [0, 1].map((side) => SMALL_LETTERS.map((pair) => pair[side]).join(''))
    const replaced = Object.entries(LIGATURES).reduce(
      (sql, [from, to]) => `replace(${sql}, '${from}', '${to}')`,
      'folded',
    )
    this.addSql(`CREATE FUNCTION pms_folded(said text) RETURNS text
      LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 200 AS $folded$
        DECLARE folded text := replace(said, '\`', '''');
        BEGIN
          IF octet_length(said) = char_length(said) OR getdatabaseencoding() <> 'UTF8' THEN
            RETURN lower(folded);
          END IF;
          folded := translate(folded, '${APOSTROPHES}', repeat('''', ${APOSTROPHES.length}));
          folded := regexp_replace(normalize(folded, NFKD), '[${UNSEEN}]+', '', 'g');
          folded := lower(regexp_replace(folded, '[${BETWEEN_WORDS}]+', ' ', 'g'));
          folded := translate(folded, '${letters}', '${plain}');
          RETURN ${replaced};
        END
      $folded$`)
  }

  /** The words of a folded text as `pms_words` has them. One with an apostrophe is found in one piece and by its parts. */
  private foldedWords(): void {
    this.addSql(`CREATE FUNCTION pms_folded_words(hotel_id text, folded text) RETURNS tsvector
      LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $words$
        DECLARE forms text := folded;
        BEGIN
          IF strpos(folded, '''') > 0 THEN
            forms := folded || ' ' || replace(folded, '''', '');
          END IF;
          RETURN array_to_tsvector(ARRAY[' ' || hotel_id]) || to_tsvector('simple'::regconfig, ${spaced('forms')});
        END
      $words$`)
  }

  /**
   * Rows of one hotel in scope in which each of the first ten words of a search begins a word. As the owner: see the
   * lookups of row-level security. The words of a search are parted as those of the rows are, and have no apostrophes.
   */
  private lookup(name: string, table: string, words: string): void {
    const signature = `${name}(text, text)`
    this.addSql(`CREATE FUNCTION ${name}(hotel text, search text) RETURNS uuid[]
      LANGUAGE plpgsql STABLE SECURITY DEFINER AS $lookup$
        DECLARE wanted tsquery;
        BEGIN
          IF NOT ${isInScope('hotel')} THEN
            RETURN '{}';
          END IF;
          SELECT string_agg(quote_literal(lexeme) || ':*', ' & ')::tsquery INTO wanted FROM (
            SELECT lexeme FROM unnest(to_tsvector('simple', ${spaced(`replace(pms_folded(search), '''', '')`)}))
            ORDER BY positions[1] LIMIT 10
          ) words;
          RETURN ARRAY(SELECT id FROM ${table} WHERE ${words} @@ (quote_literal(' ' || hotel)::tsquery && wanted));
        END
      $lookup$`)
    this.addSql(`DO $$ BEGIN
      EXECUTE format('ALTER FUNCTION ${signature} SET search_path = %I, pg_temp', current_schema());
    END $$`)
    this.addSql(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`)
    this.addSql(`GRANT EXECUTE ON FUNCTION ${signature} TO ${SCOPED_ROLE}`)
  }
}

/** Without a list of pending rows, as the indexes by words: after a large sync each search would read all of it. */
export class FoldedSearchIndexesMigration extends ConcurrentIndexMigration {
  override up(): void {
    this.buildIndex(
      'pms_booking_by_folded_words',
      `ON pms_booking USING gin (${BOOKING_WORDS}) WITH (fastupdate = off)`,
    )
    this.buildIndex('pms_guest_by_folded_words', `ON pms_guest USING gin (${GUEST_WORDS}) WITH (fastupdate = off)`)
  }
}

/** ASCII's punctuation parts words. */
const spaced = (text: string) => `translate(${text}, $$!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~$$, repeat(' ', 32))`
