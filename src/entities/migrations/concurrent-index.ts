import { Migration } from '@mikro-orm/migrations'

/**
 * Of a migration that only adds indexes to tables that may be large: they are built while others write, which PostgreSQL
 * does outside of a transaction alone. One that was cut off begins anew.
 */
export abstract class ConcurrentIndexMigration extends Migration {
  override isTransactional(): boolean {
    return false
  }

  /** @param definition what follows the name, such as `ON pms_booking (hotel_id, check_in)` */
  protected buildIndex(name: string, definition: string): void {
    this.build('INDEX', name, definition)
  }

  protected buildUniqueIndex(name: string, definition: string): void {
    this.build('UNIQUE INDEX', name, definition)
  }

  private build(kind: string, name: string, definition: string): void {
    // A build that was cut off leaves an index of this name that is not valid.
    this.addSql(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`)
    this.addSql(`CREATE ${kind} CONCURRENTLY ${name} ${definition}`)
  }
}
