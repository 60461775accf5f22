import { Migration } from '@mikro-orm/migrations'

const SCOPED_ROLE = 'pms_hotel_scoped'

/** Which hotel a property and a slug lead to. */
export class WallsMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.addSql(`ALTER TABLE pms_configuration ADD COLUMN property_key text`)
    this.addSql(`CREATE UNIQUE INDEX pms_configuration_property ON pms_configuration (provider, property_key)`)
    this.slugs()
  }

  /**
   * A slug that a hotel once had stays its own: partners still send bookings to it. Kept by a trigger, so that the version
   * before this one, which may still serve, keeps them too.
   */
  private slugs(): void {
    this.addSql(`CREATE TABLE pms_hotel_slug (
      slug text PRIMARY KEY,
      hotel_id text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    )`)
    this.addSql(`CREATE INDEX pms_hotel_slug_by_hotel ON pms_hotel_slug (hotel_id)`)
    this.addSql(`INSERT INTO pms_hotel_slug (slug, hotel_id) SELECT slug, id FROM pms_hotel`)
    this.addSql(`CREATE FUNCTION pms_keep_slug() RETURNS trigger LANGUAGE plpgsql AS $keep$
      BEGIN
        INSERT INTO pms_hotel_slug (slug, hotel_id) VALUES (NEW.slug, NEW.id) ON CONFLICT DO NOTHING;
        IF NOT EXISTS (SELECT FROM pms_hotel_slug WHERE slug = NEW.slug AND hotel_id = NEW.id) THEN
          RAISE EXCEPTION 'The slug is taken.' USING ERRCODE = 'unique_violation', CONSTRAINT = 'pms_hotel_slug_key';
        END IF;
        RETURN NEW;
      END
    $keep$`)
    this.addSql(`CREATE TRIGGER pms_keep_slug AFTER INSERT OR UPDATE OF slug ON pms_hotel
      FOR EACH ROW EXECUTE FUNCTION pms_keep_slug()`)
    this.addSql(`ALTER TABLE pms_hotel_slug ENABLE ROW LEVEL SECURITY`)
    this.addSql(`CREATE POLICY pms_within_scope ON pms_hotel_slug USING (
      (SELECT current_setting('pms.hotel_ids', true) = '*')
      OR coalesce(array_position(
        (SELECT nullif(nullif(current_setting('pms.hotel_ids', true), ''), '*')::text[]), hotel_id), 0) <> 0)`)
    this.addSql(`GRANT SELECT, INSERT ON pms_hotel_slug TO ${SCOPED_ROLE}`)
  }
}
